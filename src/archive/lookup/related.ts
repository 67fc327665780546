import type { RelatedItem } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { type Alike, mostAlike } from '../index/alike.ts';
import { type Card, categoryHash } from '../index/card.ts';
import type { Reading } from '../store/reading.ts';

const ITEMS = 8;
const DAY = 24 * 60 * 60 * 1000;
/** Texts whose words are the same by this share tell one story in the same words. */
const NEAR_COPY = 0.5;

/** What an article is about, to look for its like. */
export interface About {
  key: ArticleKey;
  /** Stems with their frequencies. */
  terms: ReadonlyMap<string, number>;
  date: number | null;
  category: string | null;
}

/**
 * The articles most like a text, best first: likeness of words above a floor, a little in favour of those near in time
 * and of the same category. Near-copies by several publishers are one item; the article itself is never among them.
 */
export async function relatedTo(reading: Reading, about: About, most = ITEMS): Promise<RelatedItem[]> {
  const documents = reading.segments.reduce((sum, segment) => sum + segment.documents, 0);
  const floor = floorFor(documents);
  const alike = (await mostAlike(reading.segments, about.terms)).filter((one) => one.score >= floor);
  const category = about.category === null ? 0 : categoryHash(about.category);
  const scored = alike.map((one) => ({ one, score: one.score * nearness(one, about.date) * (sharesCategory(one, category) ? 1.2 : 1) }));
  scored.sort((a, b) => b.score - a.score);
  return storiesOf(
    scored.map(({ one }) => one),
    about.key,
    most,
  );
}

/**
 * Below this likeness two texts share words but no subject. Scores grow with the weight that a rare word can have, which
 * grows with the archive; so does the floor.
 */
export const floorFor = (documents: number): number => FLOOR * Math.log(1 + documents / 1.5) ** 0.75;
const FLOOR = 0.49;

const nearness = ({ block, place }: Alike, date: number | null): number => {
  const own = block.date(place);
  return own === null || date === null ? 0.7 : 0.7 + 0.3 / (1 + Math.abs(own - date) / DAY / 30);
};

const sharesCategory = ({ block, place }: Alike, category: number) => block.hasCategory(place, category);

interface Story {
  item: RelatedItem;
  terms: ReadonlySet<number>;
}

/** Puts documents together that tell one story; each story is led by its best document. */
function storiesOf(ranked: readonly Alike[], own: ArticleKey, most: number): RelatedItem[] {
  const stories: Story[] = [];
  const seen = new Set<ArticleKey>([own]);
  for (const one of ranked) {
    const card = one.block.card(one.place);
    if (seen.has(card.article)) continue;
    seen.add(card.article);
    const terms = new Set([...one.terms].map((term) => term >>> 4));
    const told = stories.find((story) => shareOf(story.terms, terms) >= NEAR_COPY);
    if (told) join(told.item, card);
    else if (stories.length < most) stories.push({ item: itemOf(card), terms });
  }
  return stories.map(({ item }) => item);
}

const itemOf = ({ article, title, date, publisher }: Card): RelatedItem => ({
  key: article,
  title,
  date,
  publisher,
  publishers: publisher ? [publisher] : [],
});

function join(item: RelatedItem, { publisher }: Card): void {
  if (publisher && !item.publishers.includes(publisher)) item.publishers.push(publisher);
}

/** Words in both ÷ words in either. */
function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const term of a) if (b.has(term)) both++;
  return both / (a.size + b.size - both || 1);
}
