import type { ArticleKind, PageChanges, VersionLine } from '../../article/answers.ts';
import { type Changes, type ComparedText, changesOf, rowsInBoth, withoutBeyond } from '../../article/changes.ts';
import { articleParagraphsOf } from '../../article/html-text.ts';
import type { ArticleKey } from '../../article/key.ts';
import { bodyOf } from '../bundle/body.ts';
import { readArchive } from '../store/reading.ts';
import { documentsOf, type FoundDocument, newestOf, type Version, versionLine, versionsOf } from './versions.ts';

/** What changed from one version of an article to another. */
export interface ChangesBetween {
  old: VersionLine;
  now: VersionLine;
  changes: Changes;
}

/** What changed from an article's newest archived version to what its page shows now. */
export interface ChangesSince {
  old: VersionLine;
  changes: Changes;
}

/** What a page shows, to be compared. */
interface PageText extends ComparedText {
  kind?: ArticleKind;
}

/** Compares two versions of an article, the older one as the old one, whichever is named first; null when either is not in the archive. */
export function changesBetween(key: ArticleKey, first: string, second: string): Promise<ChangesBetween | null> {
  return readArchive(async (reading) => {
    const versions = versionsOf(await documentsOf(reading, key)).filter((one) => [first, second].includes(one.id));
    const [old, now = old] = versions;
    if (!old || !now || versions.length < new Set([first, second]).size) return null;
    const [oldText, nowText] = await Promise.all([archivedText(old), archivedText(now)]);
    return { old: versionLine(old), now: versionLine(now), changes: changesOf(oldText, nowText) };
  });
}

/** Compares an article's newest archived version with what its page shows; null when the archive has no such article. */
export function changesSince(key: ArticleKey, page: PageText): Promise<ChangesSince | null> {
  return readArchive(async (reading) => {
    const newest = newestOf(versionsOf(await documentsOf(reading, key)), page.title);
    return newest ? changesOnPage(newest, (await archivedText(newest)).paragraphs, page) : null;
  });
}

/** What changed from a version, whose text has been read, to what its page shows now. */
export function changesOnPage(found: Version, paragraphs: readonly string[], page: PageText): ChangesSince {
  const old = { title: found.card.title, paragraphs };
  return { old: versionLine(found), changes: withoutUnread(changesOf(old, page), page) };
}

/** What is told of that in one line. Of a page without text not even its title is known for sure: then nothing. */
export function pageChanges({ old, changes }: ChangesSince): { changes?: PageChanges } {
  const { partial, same, changed, moved } = changes.counts;
  return partial === 'new' && same + changed + moved === 0 ? {} : { changes: { since: old.date, counts: changes.counts } };
}

/** A version's own text, to be compared. */
export async function archivedText({ at, card }: FoundDocument): Promise<ComparedText> {
  return { title: card.title, paragraphs: articleParagraphsOf(bodyOf(await at.segment.post(at))) };
}

/** Of a longer page than this, in characters, perhaps only the beginning was read or kept. */
const SURELY_READ = 15_000;

/**
 * Of a page that was not read to its end, what the archive has behind that end was not removed. A liveblog shows its newest
 * updates and has the older ones behind a button: below them, but above where it grows downwards.
 */
function withoutUnread(changes: Changes, { paragraphs, kind }: PageText): Changes {
  const isLive = kind === 'liveblog';
  const read = paragraphs.reduce((sum, { length }) => sum + length, 0);
  if (!isLive && read < SURELY_READ) return changes;
  const { start, end } = rowsInBoth(changes.rows);
  const isAdded = (from: number, to?: number) => changes.rows.slice(from, to).some((row) => row.kind === 'added');
  const growsDown = isLive && isAdded(end) && !isAdded(0, start);
  return withoutBeyond(growsDown ? withoutBeyond(changes, 'new', 0, start) : changes, 'new', end);
}
