import type { RelatedItem } from '../../article/answers.ts';
import { distance } from '../shared/distance.ts';
import type { Texts } from '../shared/texts.ts';
import { type Asked, readingAddress } from './address.ts';

interface Props {
  items: readonly RelatedItem[];
  /** The date of the article that they are related to. */
  about: number | null;
  asked: Asked;
  texts: Texts;
}

/** What is related, best first; the line says what was written before and what after. */
export function RelatedList({ items, about, asked, texts }: Props) {
  return (
    <section data-part="related">
      <h2 class="label">{texts.text('related')}</h2>
      {items.length === 0 && <p class="soft">{texts.text('noRelated')}</p>}
      <ol class="line">
        {items.map((item) => {
          const from = distance(item.date, about, texts);
          return (
            <li key={item.key} data-side={from?.side}>
              <a href={readingAddress(asked, item.key)} dir="auto">
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
