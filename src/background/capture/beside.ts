import { isUnchanged } from '../../article/change-counts.ts';
import { type ComparedText, changesOf } from '../../article/changes.ts';
import { LEAST_WORDS, wordsIn } from './worth-keeping.ts';

/** What a text is beside one of the same article that the archive has. */
export type Beside = 'same' | 'fuller' | 'changed';

/**
 * Feed and page give one article in slightly different words: other quotes, other breaks, or the feed only its beginning or
 * a line about it. None of that is a change of the article. What is there in part is the same as the whole that the archive
 * has; where the archive has the part, the whole is no change either but fuller. A headline or a sentence that differs is a
 * change, and so is a short report that was written anew: only a feed has so few words as a line about an article.
 */
export function beside(known: ComparedText, text: ComparedText): Beside {
  const { counts, rows } = changesOf(known, text);
  if (!isUnchanged(counts)) return 'changed';
  if (counts.partial === null) return 'same';
  const [part, own] = counts.partial === 'old' ? ([known, 'removed'] as const) : ([text, 'added'] as const);
  const isApart = rows.some(({ pieces }) => pieces.some(({ change }) => change === own));
  if (isApart && wordsIn(part.paragraphs) >= LEAST_WORDS) return 'changed';
  return counts.partial === 'old' ? 'fuller' : 'same';
}
