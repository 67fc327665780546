import type { RelatedItem } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { articleAddress } from '../../article/pages.ts';
import { distance } from './distance.ts';
import type { Texts } from './texts.ts';

interface Props {
  items: readonly RelatedItem[];
  /** The date of the article that they are related to. */
  about: number | null;
  texts: Texts;
  /** Where an item is read, on a page that goes there itself; else it opens apart. */
  address?: (key: ArticleKey) => string;
}

/** What is related, best first; the line says what was written before and what after. */
export function RelatedList({ items, about, texts, address }: Props) {
  return (
    <section data-part="related">
      <h2 class="label">{texts.text('related')}</h2>
      {items.length === 0 && <p class="soft">{texts.text('noRelated')}</p>}
      <ol class="line">
        {items.map((item) => {
          const from = distance(item.date, about, texts);
          return (
            <li key={item.key} data-side={from?.side}>
              <a href={(address ?? articleAddress)(item.key)} {...(!address && { target: '_blank', rel: 'noopener' })} dir="auto">
                {item.title}
              </a>
              <small>{[texts.day(item.date, 'medium'), from?.text, item.publishers.join(', ')].filter(Boolean).join(' · ')}</small>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
