import type { RelatedItem, ShownCounts } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import type { Texts } from './texts.ts';

/** Where an article is read: the archive page, at the newest version unless one is named. */
export const articleAddress = (key: ArticleKey, version?: string): string =>
  `archive.html?${new URLSearchParams({ article: key, ...(version && { version }) })}`;

export function RelatedList({ items, texts }: { items: readonly RelatedItem[]; texts: Texts }) {
  return (
    <section data-part="related">
      <h2 class="label">{texts.text('related')}</h2>
      {items.length === 0 && <p class="soft">{texts.text('noRelated')}</p>}
      <ol class="related">
        {items.map((item) => (
          <li key={item.key}>
            <a href={articleAddress(item.key)} target="_blank" rel="noopener">
              {item.title}
            </a>
            <small>
              {texts.day(item.date, 'medium')}
              {item.publisher && ` · ${item.publisher}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The two numbers, called by what they count. */
export function Counts({ counts, texts }: { counts: ShownCounts; texts: Texts }) {
  const { total, unique, meaning, source } = counts;
  const [totalName, uniqueName, note] =
    meaning === 'words'
      ? [texts.plural('words', total), texts.text('uniqueWords'), texts.text(source === 'own' ? 'countedByUs' : 'countedByArchive')]
      : meaning === 'views'
        ? [texts.plural('views', total), texts.plural('uniqueVisitors', unique), texts.text('viewsByArchive')]
        : [texts.text('countTotal'), texts.text('countUnique'), texts.text('countsUnknown')];
  return (
    <>
      <p class="counts">
        <b>{texts.number(total)}</b> {totalName} <b>{texts.number(unique)}</b> {uniqueName}
      </p>
      <p class="soft">{note}</p>
    </>
  );
}
