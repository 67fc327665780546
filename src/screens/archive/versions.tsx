import type { VersionLine } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';
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
  if (versions.length < 2) return null;
  return (
    <nav data-part="versions" aria-label={texts.plural('versions', versions.length)}>
      <ul>
        {versions.map((one) => (
          <li key={one.id}>
            <a href={readingAddress(asked, article, one.id)} title={one.title} aria-current={one.id === shown.id ? 'page' : undefined}>
              {texts.dayAndTime(one.date)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Chooses what the shown version is compared with. */
export function CompareWith({ article, shown, versions, asked, texts, onAsk }: Props) {
  const isComparing = asked.with !== null || asked.tab !== null;
  const others = versions.filter(({ id }) => id !== shown.id);
  const reading: Asked = { ...asked, article, version: shown.id, with: null, tab: null };
  return (
    <>
      {others.length > 0 && (
        <select
          aria-label={texts.text('compareWith')}
          value={asked.with ?? ''}
          onChange={({ currentTarget }) => onAsk({ ...reading, with: currentTarget.value || null })}
        >
          <option value="">{texts.text('compareWith')} …</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {texts.dayAndTime(one.date)}
            </option>
          ))}
        </select>
      )}
      {isComparing && <a href={addressOf(reading)}>{texts.text('stopComparing')}</a>}
    </>
  );
}
