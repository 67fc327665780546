import { OWN_LIMITS, type Settings } from '../../settings/choices.ts';
import type { OwnArchiveNotes } from '../../settings/own-archive.ts';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import type { StorageSpace } from './archive-state.ts';
import { OneOf } from './controls.tsx';
import { sizeText } from './size.ts';

/** With less room than this a warning is in time: a year of reading takes some ten megabytes. In bytes. */
const LITTLE_ROOM = 200_000_000;

interface Props {
  limit: Settings['ownLimit'];
  notes: OwnArchiveNotes;
  space: StorageSpace | null;
  texts: Texts;
  onChange(limit: Settings['ownLimit']): void;
}

/** How old or large the own archive may become, what left by that, and whether there is room for more. */
export function OwnLimit({ limit, notes: { removed, failed }, space, texts, onChange }: Props) {
  return (
    <div data-part="own-limit">
      <OneOf
        name="ownLimit"
        title={texts.text('ownLimit')}
        options={OWN_LIMITS.map((value) => ({ value, text: nameOf(value, texts) }))}
        chosen={limit}
        onChange={onChange}
      />
      <p class="soft">{texts.text('ownLimitWhat')}</p>
      {removed && (
        <p class="soft" data-part="own-removed">
          {texts.plural('ownRemoved', removed.posts, { when: texts.dayAndTime(removed.at), until: texts.day(removed.until) })}
        </p>
      )}
      {failed && (
        <>
          <p class="warning">{texts.text(failed.isFull ? 'ownFull' : 'ownFailed', { when: texts.dayAndTime(failed.at) })}</p>
          <Technical detail={failed.isFull ? '' : failed.detail} texts={texts} />
        </>
      )}
      {space && space.available < LITTLE_ROOM && (
        <p class="warning" data-part="disk-low">
          {texts.text('diskLow', { available: sizeText(space.available, texts.language) })}
        </p>
      )}
    </div>
  );
}

function nameOf(limit: Settings['ownLimit'], texts: Texts): string {
  const [count, unit] = limit.split('-');
  if (unit === undefined) return texts.text('ownLimitNone');
  return unit === 'mb' ? sizeText(Number(count) * 1_000_000, texts.language) : texts.span(Number(count), 'year');
}
