import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../settings/choices.ts';
import { onSettings, readSettings } from '../../settings/settings.ts';
import type { Texts } from '../shared/texts.ts';
import { useGeneration } from '../shared/use-generation.ts';
import { nameOf, questionOf, searchOnly } from './address.ts';
import type { Place } from './history-entry.ts';
import { lookUp } from './lookups.ts';
import { followLinks, keepFocus, listAtTop, placeOf, putAt, useKeys } from './moving.ts';
import { countOf, hasReached } from './results-loader.ts';
import { useAddress } from './use-address.ts';
import { useArticle, useMonths, useResults } from './use-archive.ts';
import { useComparison } from './use-comparison.ts';
import { ArchiveView } from './view.tsx';

interface Props {
  texts: Texts;
  pictures: Settings['pictures'];
  /** Whether this is a private window. */
  isPrivate: boolean;
}

/** The archive page, connected to the archive and the address. */
export function Archive({ texts, isPrivate, ...settings }: Props) {
  const count = useRef(0);
  const { asked, place, push, type, replace, goBack, arrived } = useAddress(() => placeOf(count.current));
  const generation = useGeneration(() => lookUp('generation'));
  const pictures = usePicturesSetting(settings.pictures);
  const { reading, isSettled } = useArticle(asked.article, asked.version, generation);
  const shown = typeof reading === 'object' && !(reading instanceof Error) ? reading : null;
  const comparison = useComparison({ ...asked, version: asked.version ?? shown?.shown.id ?? null }, generation, (article) =>
    replace({ ...asked, article }),
  );
  const question = questionOf(asked);
  // What is asked to be read comes first.
  const isRead = useOnce(reading !== 'loading');
  const { results, more } = useResults(question, place?.results ?? 0, generation, isRead);
  const months = useMonths(question, generation, results !== null);

  const found = results instanceof Error ? null : results;
  count.current = found ? countOf(found) : 0;
  const isAnswered = results instanceof Error || (found?.of === nameOf(question) && hasReached(found, place?.results ?? 0));
  const isReady = useOnce(isSettled && (asked.article !== null && asked.text === '' ? true : results !== null));
  useMoving({ article: asked.article, version: asked.version, found: found?.of ?? null, place, isSettled, isAnswered, arrived });
  useEffect(() => followLinks(push, goBack), [push, goBack]);
  useKeys(() => push(searchOnly(asked)));
  useEffect(() => {
    document.title = [shown?.shown.title ?? asked.text.trim(), 'Terugblik'].filter(Boolean).join(' · ');
  }, [shown, asked.text]);

  const isClosed = isPrivate && [reading, results].some((one) => one instanceof Error && one.name === 'InvalidStateError');
  return (
    <ArchiveView
      {...{ asked, results, reading, pictures, comparison, isClosed, isReady, texts }}
      {...months}
      onAsk={push}
      onType={type}
      onMore={more}
    />
  );
}

/** True from the first time that something is so. */
function useOnce(isSo: boolean): boolean {
  const was = useRef(false);
  was.current ||= isSo;
  return was.current;
}

function usePicturesSetting(first: Settings['pictures']): Settings['pictures'] {
  const [pictures, setPictures] = useState(first);
  useEffect(() => {
    void readSettings().then((settings) => setPictures(settings.pictures));
    return onSettings((settings) => setPictures(settings.pictures));
  }, []);
  return pictures;
}

interface Moves {
  article: string | null;
  version: string | null;
  /** The search whose results are listed. */
  found: string | null;
  place: Place | null;
  isSettled: boolean;
  isAnswered: boolean;
  /** Called when the reader is back where they were. */
  arrived(): void;
}

/** Begins another article and other results at their top, and goes back to where the reader was when its entry of the history comes back. */
function useMoving({ article, version, found, place, isSettled, isAnswered, arrived }: Moves): void {
  const before = useRef<{ article: string | null; version: string | null } | null>(null);
  const listed = useRef<string | null>(null);
  const restored = useRef<Place | null>(null);
  useLayoutEffect(() => {
    if (found !== listed.current) {
      listed.current = found;
      if (!place) listAtTop();
    }
    if (!isSettled) return;
    const was = before.current;
    const isOther = was !== null && (was.article !== article || was.version !== version);
    if (place && isAnswered && restored.current !== place) {
      restored.current = place;
      putAt(place, article, was?.article ?? null);
      arrived();
    } else if (isOther && !place) {
      putAt('start', article, was.article);
    }
    // What was read before is needed until the list is there.
    if (!place || isAnswered) before.current = { article, version };
    keepFocus();
  });
}
