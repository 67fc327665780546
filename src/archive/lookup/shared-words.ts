import type { PageArticle } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { idf, weight } from '../index/score.ts';
import { documentsIn } from '../index/segment.ts';
import { tokensOf } from '../language/analyse.ts';
import { isCommon } from '../language/common.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { archivedText } from './changes.ts';
import { termsOf } from './terms.ts';
import { documentsOf, versionsOf } from './versions.ts';

const MOST_WORDS = 6;

/**
 * Words that an article, as archived or else as its page shows it, shares with another one of the archive: as they are
 * written there, the most telling first. Worked out when it is asked for only, as it takes both texts.
 */
export const sharedWords = (article: PageArticle, other: ArticleKey): Promise<string[]> =>
  readArchive(async (reading) => {
    const [archived, theirs] = await Promise.all([newestText(reading, article.key), newestText(reading, other)]);
    if (!theirs) return [];
    const { title, paragraphs, keywords } = archived ? { ...archived, keywords: [] } : article;
    const terms = termsOf(title, paragraphs, keywords);
    const stems = await mostTelling(reading, terms, termsOf(theirs.title, theirs.paragraphs));
    return asWritten(stems, [...paragraphs, title, ...keywords].join('\n'));
  });

async function newestText(reading: Reading, key: ArticleKey) {
  const newest = versionsOf(await documentsOf(reading, key)).at(-1);
  return newest ? archivedText(newest) : null;
}

/** Those of two texts' common stems that count most for their likeness; no everyday words, and none that every third text might have. */
async function mostTelling(
  { segments }: Reading,
  own: ReadonlyMap<string, number>,
  theirs: ReadonlyMap<string, number>,
): Promise<string[]> {
  const documents = documentsIn(segments);
  const shared = [...own.keys()].filter((stem) => theirs.has(stem) && /\p{L}{2}/u.test(stem) && !isCommon(stem)).sort();
  const found = await Promise.all(segments.map(({ index }) => index.findAll(shared)));
  const countOf = (stem: string) => found.reduce((sum, ofSegment) => sum + (ofSegment.get(stem)?.count ?? 0), 0);
  return shared
    .map((stem) => {
      const inverse = idf(countOf(stem), documents);
      return { stem, inverse, score: weight(own.get(stem) ?? 1, inverse) * weight(theirs.get(stem) ?? 1, 1) };
    })
    .filter(({ inverse }) => inverse >= idf(1, documents) / 3)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_WORDS)
    .map(({ stem }) => stem);
}

/** Each stem in the form that a text has it in most; of forms that it has as often the one without a capital. */
function asWritten(stems: readonly string[], text: string): string[] {
  const forms = new Map(stems.map((stem) => [stem, new Map<string, number>()]));
  for (const { stem, start, end } of tokensOf(text)) {
    const form = text.slice(start, end);
    const counts = forms.get(stem);
    counts?.set(form, (counts.get(form) ?? (form === form.toLowerCase() ? 0.5 : 0)) + 1);
  }
  return [...forms.values()].flatMap((counts) => [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? []);
}
