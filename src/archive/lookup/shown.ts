import type { ArchivedText, ArchivedVersion } from '../../article/answers.ts';
import { articleTextOf } from '../../article/html-text.ts';
import { storedPost } from '../bundle/body.ts';
import { quoted } from '../index/card.ts';
import type { Reading } from '../store/reading.ts';
import { countsOf, standingOf } from './stats.ts';
import { ownSummary, summaryOf } from './summary.ts';
import { type Version, versionLine } from './versions.ts';

/** A version as the archive page shows it, with its body as archived. */
export async function shownText(reading: Reading, found: Version): Promise<ArchivedText> {
  const { at, card } = found;
  const { segment } = at;
  const counts = countsOf(reading, segment, card);
  // In this order: the first is worked out while the browser still fetches the second.
  const [standing, bytes] = await Promise.all([standingOf(reading, segment, card, counts), segment.post(at)]);
  const { text, body } = storedPost(bytes);
  const description = quoted(text, card.description);
  return {
    ...versionLine(found),
    publisher: card.publisher,
    category: card.categories[0] ?? null,
    link: quoted(text, card.link),
    picture: quoted(text, card.picture),
    summary: description === null ? summaryOf(sentencesFor(body)) : ownSummary(description),
    counts,
    standing,
    bundle: reading.bundle(segment).name,
    html: body,
  };
}

/** The paragraphs of a body without its headings, which are no sentences; all of one that has nothing else. */
function sentencesFor(body: string): string[] {
  const { paragraphs, headings } = articleTextOf(body);
  const sentences = paragraphs.filter((_, i) => !headings.has(i));
  return sentences.length > 0 ? sentences : paragraphs;
}

/** A version as the popup shows it: without its body. */
export function versionOf({ html: _, ...version }: ArchivedText): ArchivedVersion {
  return version;
}
