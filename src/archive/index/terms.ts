import { textHash } from '../../article/hash.ts';
import { type ArticleKey, numberedKey } from '../../article/key.ts';
import type { Compound } from '../language/compounds.ts';

/**
 * What stands in an index as a term. Words stand as their stems; everything else that leads to documents (article keys,
 * publishers, categories) and the parts of compounds are terms too, each behind a control character of its own, which no
 * stem contains. So one structure answers every question, and merging knows of no other.
 */
const ARTICLE = '\u0001';
const PUBLISHER = '\u0002';
const CATEGORY = '\u0003';
const COMPOUND = '\u0004';
const BETWEEN = '\u0000';

/** Longer names are made up, and are told apart by a hash. */
const LONGEST = 1000;

const ENCODED = /%[0-9A-F]{2}/;

/** Terms are compared as bytes here and as UTF-16 elsewhere: outside ASCII the two orders differ. */
function bounded(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) && !ENCODED.test(text) ? text : encodeURI(text.toWellFormed());
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST)}#${textHash(text).toString(36)}`;
}

/** Numbered keys stand as they are and share their beginnings; addresses would take half of the index, so a hash stands for them. */
export const articleTerm = (key: ArticleKey): string => ARTICLE + (numberedKey(key) ?? textHash(key).toString(36));
export const publisherTerm = (name: string): string => PUBLISHER + bounded(name);
export const categoryTerm = (name: string): string => CATEGORY + bounded(name.toLowerCase());

/** What the terms of all publishers, or of all categories, start with. */
export const FACETS = { publisher: PUBLISHER, category: CATEGORY };
/** The name that a publisher's or category's term stands for; null of one that does not have all of it. */
export function facetName(term: string): string | null {
  const name = term.slice(1);
  if (name.length > LONGEST) return null;
  return ENCODED.test(name) ? decodeURI(name) : name;
}

/** Says that a compound is a term of this index; has no postings of its own. */
export const compoundTerm = ({ head, tail, cut }: Compound): string => COMPOUND + tail + BETWEEN + head + (cut > 0 ? cut : '');
/** What the compound terms of a tail start with. */
export const compoundPrefix = (tail: string): string => COMPOUND + tail + BETWEEN;
/** The compound that a compound term speaks of. */
export function compoundOf(term: string): string {
  const [tail = '', rest = ''] = term.slice(1).split(BETWEEN);
  const head = rest.replace(/\d+$/, '');
  return head + tail.slice(0, tail.length - Number(rest.slice(head.length)));
}

/** Whether a term is a word, not one of the kinds above. */
export const isWord = (firstByte: number): boolean => firstByte > 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Nearly all terms are ASCII and short, for which the encoder's own call takes ten times as long as this. */
export function termBytes(term: string): Uint8Array {
  const bytes = new Uint8Array(term.length);
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    if (unit > 127) return encoder.encode(term);
    bytes[i] = unit;
  }
  return bytes;
}

export const termText = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Order of two terms as bytes. */
export function compareBytes(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  const shared = Math.min(aLength, bLength);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}

export const byBytes = (a: Uint8Array, b: Uint8Array): number => compareBytes(a, a.length, b, b.length);

/** 20 bits that stand for a stem in the list of a document's terms: enough to score with, as two of one text share them rarely. */
export const termHash = (stem: string): number => textHash(stem) & 0xfffff;
