import { TITLE_EXTRA } from '../index/score.ts';
import { stemsOf } from '../language/analyse.ts';

/** How often each stem stands in an article, a title's words counted as the index does; those of its keywords weigh the same. */
export function termsOf(title: string, paragraphs: readonly string[], keywords: readonly string[] = []): Map<string, number> {
  const terms = new Map<string, number>();
  for (const stem of stemsOf(paragraphs.join('\n'))) terms.set(stem, (terms.get(stem) ?? 0) + 1);
  for (const stem of stemsOf([title, ...keywords].join('\n'))) terms.set(stem, (terms.get(stem) ?? 0) + 1 + TITLE_EXTRA);
  return terms;
}
