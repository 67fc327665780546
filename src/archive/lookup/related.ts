import type { RelatedItem } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import type { Alike } from '../index/alike.ts';
import { type Card, categoryHash } from '../index/card.ts';
import { cardOf, documentsIn } from '../index/segment.ts';
import type { Reading } from '../store/reading.ts';

const ITEMS = 8;
const DAY = 24 * 60 * 60 * 1000;
/** Texts whose words are the same by this share tell one story in the same words. */
const NEAR_COPY = 0.5;

/** The article whose like is looked for. */
export interface About {
  key: ArticleKey;
  date: number | null;
  category: string | null;
  /** Its card, where it is archived: the same text of the same publisher under another key, as in another bundle, is no other article. */
  card?: Card;
}

/**
 * The articles on the subject of a text, best first; none when the archive has nothing on it. Near-copies by several
 * publishers are one item; the article itself is never among them.
 * @param alike what is like its words
 */
export function relatedTo(reading: Reading, about: About, alike: Promise<readonly Alike[]>): Promise<RelatedItem[]> {
  const documents = documentsIn(reading.segments);
  return rankedStories(about, ITEMS, alike, (one, place) => sharesSubject(one, documents, place));
}

/** The stories most like a text: by likeness of words, a little in favour of those near in time and of the same category. */
export async function rankedStories(
  about: About,
  most: number,
  found: Promise<readonly Alike[]>,
  passes: (one: Alike, place: number) => boolean = () => true,
): Promise<RelatedItem[]> {
  const alike = (await found).filter((one) => passes(one, 0));
  const category = about.category === null ? 0 : categoryHash(about.category);
  const scored = alike.map((one) => ({ one, score: one.score * nearness(one, about.date) * (sharesCategory(one, category) ? 1.2 : 1) }));
  scored.sort((a, b) => b.score - a.score);
  return storiesOf(
    scored.map(({ one }) => one),
    about,
    most,
    passes,
  );
}

/**
 * Whether a text shares its subject with the question, not just words: by enough likeness, or by somewhat less where it shares two
 * telling words and few stories stand before it, as those that share a subject come before those that share a place or a verb.
 * Scores grow with the weight that a rare word can have, and that with the archive; so do the floors. Measured: texts on what an archive
 * knows nothing of hardly pass, and few true follow-ups are lost.
 * @param place how many stories stand before it
 */
const sharesSubject = ({ score, shared }: Alike, documents: number, place: number): boolean => {
  const scale = Math.log(1 + documents / 1.5) ** 0.75;
  return score >= SURE * scale || (place < FEW && score >= LIKELY * scale && shared >= 2);
};
const SURE = 0.57;
const LIKELY = 0.43;
const FEW = 4;

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
function storiesOf(
  ranked: readonly Alike[],
  { key, card: own }: About,
  most: number,
  passes: (one: Alike, place: number) => boolean,
): RelatedItem[] {
  const stories: Story[] = [];
  const seen = new Set<ArticleKey>([key]);
  for (const one of ranked) {
    const card = cardOf(one);
    if (seen.has(card.article) || (card.fingerprint === own?.fingerprint && card.publisher === own.publisher)) continue;
    seen.add(card.article);
    const terms = new Set([...one.terms].map((term) => term >>> 4));
    const told = stories.find((story) => shareOf(story.terms, terms) >= NEAR_COPY);
    if (told) join(told.item, card);
    else if (stories.length < most && passes(one, stories.length)) stories.push({ item: itemOf(card), terms });
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

/** Words in both ÷ words in either; 0 where it is less than that of a near-copy by their numbers alone. */
function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (Math.min(a.size, b.size) < NEAR_COPY * Math.max(a.size, b.size)) return 0;
  let both = 0;
  for (const term of a) if (b.has(term)) both++;
  return both / (a.size + b.size - both || 1);
}
