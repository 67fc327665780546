import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Settings } from '../../settings/choices.ts';
import { onSettings, readSettings } from '../../settings/settings.ts';
import type { Texts } from '../shared/texts.ts';
import { useFollowed } from '../shared/use-followed.ts';
import { useGeneration } from '../shared/use-generation.ts';
import { nameOf, questionOf, searchOnly } from './address.ts';
import { lookUp } from './lookups.ts';
import { followLinks, placeOf } from './moving.ts';
import { countOf, hasReached } from './results-loader.ts';
import { followMouse } from './rows.ts';
import { useAddress } from './use-address.ts';
import { useComparison } from './use-comparison.ts';
import { useKeys } from './use-keys.ts';
import { useArticle, useMeant, useMonths, useResults } from './use-lookups.ts';
import { useMoving } from './use-moving.ts';
import { ArchiveView } from './view.tsx';

interface Props {
  texts: Texts;
  pictures: Settings['pictures'];
}

/** The archive page, connected to the archive and the address. */
export function Archive({ texts, ...first }: Props) {
  const count = useRef(0);
  const { asked, place, push, type, replace, goBack, arrived } = useAddress(() => placeOf(count.current));
  const generation = useGeneration(() => lookUp('generation'));
  const [{ pictures }] = useFollowed<Pick<Settings, 'pictures'>>(first, readSettings, onSettings);
  const { reading, isSettled } = useArticle(asked.article, asked.version, generation);
  const shown = typeof reading === 'object' && !(reading instanceof Error) ? reading : null;
  const comparison = useComparison({ ...asked, version: asked.version ?? shown?.shown.id ?? null }, generation, (article) =>
    replace({ ...asked, article }),
  );
  const question = questionOf(asked);
  // What is asked to be read comes first.
  const isRead = useOnce(reading !== 'loading');
  const { results, more } = useResults(question, place?.results ?? 0, generation, isRead);
  const meant = useMeant(question, results, generation);
  const months = useMonths(question, generation, results !== null);

  const found = results instanceof Error ? null : results;
  count.current = found ? countOf(found) : 0;
  const isAnswered = results instanceof Error || (found?.of === nameOf(question) && hasReached(found, place?.results ?? 0));
  const isReady = useOnce(isSettled && (asked.article !== null && asked.text === '' ? true : results !== null));
  useMoving({ article: asked.article, version: asked.version, found: found?.of ?? null, place, isSettled, isAnswered, arrived });
  // Before anything is drawn: a link that is clicked at once would load the page anew.
  useLayoutEffect(() => followLinks(push, goBack), [push, goBack]);
  useLayoutEffect(followMouse, []);
  useKeys(() => push(searchOnly(asked)));
  useEffect(() => {
    document.title = [shown?.shown.title ?? asked.text.trim(), 'Terugblik'].filter(Boolean).join(' · ');
  }, [shown, asked.text]);

  return (
    <ArchiveView
      {...{ asked, results, meant, reading, pictures, comparison, isReady, texts }}
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
