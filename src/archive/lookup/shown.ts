import type { ArchivedText, ArchivedVersion } from '../../article/answers.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import { bodyOf } from '../bundle/body.ts';
import type { Reading } from '../store/reading.ts';
import { countsOf, standingOf } from './stats.ts';
import { summaryOf } from './summary.ts';
import { type FoundDocument, versionLine } from './versions.ts';

/** A version as the archive page shows it, with its body as archived. */
export async function shownText(reading: Reading, found: FoundDocument): Promise<ArchivedText> {
  const { at, card } = found;
  const { segment } = at;
  const counts = countsOf(reading, segment, card);
  const [details, post, standing] = await Promise.all([
    segment.details(at.document),
    segment.post(at),
    standingOf(reading, segment, card, counts),
  ]);
  const html = bodyOf(post);
  return {
    ...versionLine(found),
    publisher: card.publisher,
    category: card.categories[0] ?? null,
    link: details.link,
    picture: details.picture,
    summary: details.description ?? summaryOf(paragraphsOf(html)),
    counts,
    standing,
    bundle: reading.bundle(segment).name,
    html,
  };
}

/** A version as the popup shows it: without its body. */
export function withoutText({ html: _, ...version }: ArchivedText): ArchivedVersion {
  return version;
}
