import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VersionLine } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';
import { hasUnknownOrder, versionNames } from '../shared/version-names.ts';
import { type Asked, addressOf, readingAddress } from './address.ts';

interface Props {
  asked: Asked;
  article: string;
  /** The version that is shown. */
  shown: VersionLine;
  versions: readonly VersionLine[];
  texts: Texts;
  onAsk(asked: Asked): void;
}

/** The versions of an article, to read or to compare with. */
export function Versions({ article, shown, versions, asked, texts }: Omit<Props, 'onAsk'>) {
  const list = useRef<HTMLUListElement>(null);
  // Of many versions the list shows some, and is to show the one that is read.
  useLayoutEffect(() => {
    if (list.current) showWithin(list.current, list.current.querySelector('[aria-current]'));
  }, [shown.id]);
  if (versions.length < 2) return null;
  const names = versionNames(versions, texts);
  return (
    <nav data-part="versions" aria-label={texts.plural('versions', versions.length)}>
      <ul ref={list}>
        {versions.map((one) => (
          <li key={one.id}>
            <a href={readingAddress(asked, article, one.id)} title={one.title} aria-current={one.id === shown.id ? 'page' : undefined}>
              {names.get(one.id)?.when} {names.get(one.id)?.title && <small dir="auto">{one.title}</small>}
            </a>
          </li>
        ))}
      </ul>
      {hasUnknownOrder(versions) && <p class="soft">{texts.text('orderUnknown')}</p>}
    </nav>
  );
}

/** Scrolls a list, and nothing around it, until something in it is seen whole. */
function showWithin(list: Element, item: Element | null): void {
  if (!item) return;
  const [box, place] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  if (place.top < box.top || place.bottom > box.bottom) list.scrollTop += place.bottom - box.bottom + (box.height - place.height) / 2;
}

/** In place of a version. */
const PAGE = 'page';

/** Chooses what the shown version is compared with. */
export function CompareWith({ article, shown, versions, asked, texts, onAsk }: Props) {
  const isComparing = asked.with !== null || asked.tab !== null;
  const others = versions.filter(({ id }) => id !== shown.id);
  const names = versionNames(versions, texts);
  const reading: Asked = { ...asked, article, version: shown.id, with: null, tab: null };
  return (
    <>
      {others.length > 0 && (
        <select
          aria-label={texts.text('compareWith')}
          // The address may name one that the archive does not have.
          value={asked.tab === null ? (others.find(({ id }) => id === asked.with)?.id ?? '') : PAGE}
          onChange={({ currentTarget }) => onAsk({ ...reading, with: currentTarget.value || null })}
        >
          <option value="">{texts.text('compareWith')} …</option>
          {asked.tab !== null && <option value={PAGE}>{texts.text('pageNow')}</option>}
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {[names.get(one.id)?.when, names.get(one.id)?.title].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      )}
      {isComparing && <a href={addressOf(reading)}>{texts.text('stopComparing')}</a>}
    </>
  );
}
