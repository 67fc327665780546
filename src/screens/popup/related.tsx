import type { RelatedItem } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { articleAddress } from '../../article/pages.ts';
import { distance } from '../shared/distance.ts';
import type { Texts } from '../shared/texts.ts';
import { Why } from './why.tsx';

interface Props {
  items: readonly RelatedItem[];
  /** The date of the article that they are related to. */
  about: number | null;
  texts: Texts;
  /** Words that the article shares with an item. */
  onWhy(item: ArticleKey): Promise<string[]>;
}

const SIDES = ['earlier', 'same', 'later', 'unknown'] as const;
const HEADINGS = { earlier: 'relatedEarlier', same: 'relatedSameDay', later: 'relatedLater', unknown: 'relatedUndated' } as const;

/** What is related: what was written before, on the same day and after, each best first. One line a story, with all its publishers. */
export function Related({ items, about, texts, onWhy }: Props) {
  const placed = items.map((item) => ({ item, from: distance(item.date, about, texts) }));
  const groups = SIDES.map((side) => ({ side, group: placed.filter(({ from }) => (from?.side ?? 'unknown') === side) })).filter(
    ({ group }) => group.length > 0,
  );
  return (
    <section data-part="related">
      <h2 class="label">{texts.text('related')}</h2>
      {items.length === 0 && <p class="soft">{texts.text('noRelated')}</p>}
      {groups.map(({ side, group }) => (
        <div key={side} data-side={side}>
          {(groups.length > 1 || side !== 'unknown') && <h3>{texts.text(HEADINGS[side])}</h3>}
          <ol class="line">
            {group.map(({ item, from }) => (
              <Item
                key={item.key}
                item={item}
                side={from?.side}
                distance={side === 'same' ? undefined : from?.text}
                texts={texts}
                onWhy={onWhy}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

interface ItemProps {
  item: RelatedItem;
  side: string | undefined;
  distance: string | undefined;
  texts: Texts;
  onWhy(item: ArticleKey): Promise<string[]>;
}

function Item({ item, side, distance, texts, onWhy }: ItemProps) {
  return (
    <li data-side={side}>
      <a href={articleAddress(item.key)} target="_blank" rel="noopener" dir="auto">
        {item.title}
      </a>
      <small class="told">{[texts.day(item.date, 'medium'), distance, item.publishers.join(', ')].filter(Boolean).join(' · ')}</small>
      <Why texts={texts} onWhy={() => onWhy(item.key)} />
    </li>
  );
}
