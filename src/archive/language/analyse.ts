import { stemmer } from '@orama/stemmers/dutch';

/** One analyser for indexing and asking: words, folded, without Dutch apostrophe endings, stemmed (Snowball Dutch). */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const ENDING = /['’](?:s|n|tje|tjes|er|ers|en)$/;
const MARKS = /\p{M}+/gu;

/** The stems of a text in reading order. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const [word] of text.normalize('NFD').replace(MARKS, '').toLowerCase().matchAll(WORD)) {
    const bare = word.replace(ENDING, '').replace(/['’]/g, '');
    if (bare.length > 1) stems.push(stemmer(bare));
  }
  return stems;
}

/** How often each stem stands in an article; a title's words count twice more. */
export function termsOf(title: string, paragraphs: readonly string[]): Map<string, number> {
  const terms = new Map<string, number>();
  for (const stem of stemsOf(paragraphs.join('\n'))) terms.set(stem, (terms.get(stem) ?? 0) + 1);
  for (const stem of stemsOf(title)) terms.set(stem, (terms.get(stem) ?? 0) + 3);
  return terms;
}
