/**
 * What an archive's `aantal` and `unieke` count. Their names do not say it: some archives count the words of the post,
 * others its views and visitors. So the numbers are held against the bodies they stand above.
 */

/** A pair of counts: in all, and distinct. */
export interface Counts {
  total: number;
  unique: number;
}

export type CountsMeaning = 'words' | 'views' | 'mixed' | 'unknown';

/** Evidence gathered over a bundle: how many posts carry numbers that tell what they count, and how many of these are their word counts. */
export interface CountsEvidence {
  posts: number;
  words: number;
  /** Posts beside these whose numbers may be one or the other. */
  unsure?: number;
}

/** Counts the white-space separated tokens of the raw body, case-sensitive, as the archiver does. */
export function countWords(body: string): Counts {
  const { length } = body;
  const words = new DistinctWords(Math.min(length >> 2, 1 << 20));
  let total = 0;
  for (let i = 0; i < length; i++) {
    if (isSpace(body.charCodeAt(i))) continue;
    let a = 0x9e3779b9;
    let b = 0x85ebca6b;
    for (let unit = body.charCodeAt(i); i < length && !isSpace(unit); unit = body.charCodeAt(++i)) {
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x9e3779b1) ^ (b >>> 15);
    }
    total++;
    words.add(a, b);
  }
  return { total, unique: words.count };
}

let places = new Int32Array(0);

/**
 * Counts distinct words by 64 bits of hash, in a table that is used again: cutting each word out of its text and putting
 * it into a Set took three times as long, a twentieth of an import.
 */
class DistinctWords {
  readonly #mask: number;
  count = 0;

  constructor(expected: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(expected, 64) * 2));
    if (places.length < size * 2) places = new Int32Array(size * 2);
    else places.fill(0, 0, size * 2);
    this.#mask = size - 1;
  }

  add(a: number, b: number): void {
    // A place of two zeros is free.
    const first = a | 1;
    let place = (a ^ (b >>> 7)) & this.#mask;
    while (places[place * 2] !== 0 && (places[place * 2] !== first || places[place * 2 + 1] !== b)) place = (place + 1) & this.#mask;
    if (places[place * 2] !== 0) return;
    places[place * 2] = first;
    places[place * 2 + 1] = b;
    this.count++;
  }
}

/** Whether a code unit is what a pattern's `\s` matches. */
function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}

/** Whether the numbers are the word counts, allowing for a body that was touched up after counting. */
export function areWordCounts(numbers: Counts, words: Counts): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(3, b * 0.05);
  return near(numbers.total, words.total) && near(numbers.unique, words.unique);
}

/** What the numbers of one post count, seen by themselves: unsure where they may be the words of a text that was cut, or went on, later. */
export type Judgement = 'words' | 'views' | 'unsure';

/**
 * Holds the numbers of a post against its words: archivers count those of the text with its tags, or as it is seen.
 * @param seen counts the words as they are seen, asked for where those with tags do not match
 */
export function judged(numbers: Counts, words: Counts, seen?: () => Counts): Judgement {
  if (areWordCounts(numbers, words) || (seen && areWordCounts(numbers, seen()))) return 'words';
  const like = (a: number, b: number) => a <= b * 2 && b <= a * 2;
  const mayBeWords = like(numbers.total, words.total) && like(numbers.unique, words.unique);
  return mayBeWords || isNoPair(numbers) ? 'unsure' : 'views';
}

/** There are no more distinct words than words, and no more visitors than views. */
const isNoPair = ({ total, unique }: Counts) => unique > total;

/** The evidence of a bundle with one more post. */
export function evidenceWith(evidence: CountsEvidence, post: Judgement | null): CountsEvidence {
  if (post === null) return evidence;
  if (post === 'unsure') return { ...evidence, unsure: (evidence.unsure ?? 0) + 1 };
  return { ...evidence, posts: evidence.posts + 1, words: evidence.words + (post === 'words' ? 1 : 0) };
}

/** The evidence of two parts of a bundle. */
export function evidenceOf(one: CountsEvidence, other: CountsEvidence): CountsEvidence {
  const unsure = (one.unsure ?? 0) + (other.unsure ?? 0);
  return { posts: one.posts + other.posts, words: one.words + other.words, ...(unsure > 0 && { unsure }) };
}

/** The meaning that the evidence of a whole bundle shows. */
export function meaningOf({ posts, words }: CountsEvidence): CountsMeaning {
  if (posts === 0) return 'unknown';
  const share = words / posts;
  return share >= 0.9 ? 'words' : share <= 0.1 ? 'views' : 'mixed';
}

/** What the numbers of one post count, given its bundle's meaning: only a mixed bundle is judged post by post. */
export function meaningOfPost(meaning: CountsMeaning, numbers: Counts, post: Judgement): 'words' | 'views' | 'unknown' {
  if (meaning === 'views' && isNoPair(numbers)) return 'unknown';
  if (meaning !== 'mixed') return meaning;
  return post === 'unsure' ? 'unknown' : post;
}
