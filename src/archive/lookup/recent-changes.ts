import type { VersionLine } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { catalogOf } from '../index/catalog.ts';
import { HashTable } from '../index/hash-table.ts';
import { type CardAt, cardOf, documentsIn, type Segment } from '../index/segment.ts';
import { top } from '../index/top.ts';
import { type Reading, readArchive } from '../store/reading.ts';
import { documentsOf, type Version, versionLine, versionsOf } from './versions.ts';

/** An article of which a newer version came in. */
export interface ChangedArticle {
  key: ArticleKey;
  title: string;
  publisher: string | null;
  /** Oldest first; the last two are what changed lately. */
  versions: VersionLine[];
}

/** The articles that changed: those that are given, and how many there are. */
export interface RecentChanges {
  articles: ChangedArticle[];
  total: number;
}

/**
 * The articles that have several versions, those that changed last first. Reads what is known of every post: some 25
 * bytes each, so it is for a page that is opened, not for every question.
 * @param most how many are given
 */
export function recentChanges(most: number): Promise<RecentChanges> {
  return readArchive(async (reading) => {
    const changed = await changedDocuments(reading);
    const dates = changed.map(({ minutes }) => minutes);
    const newest = top(dates, most).map((i) => changed[i] as Changed);
    const articles = await Promise.all(newest.map(({ segment, document }) => articleAt(reading, segment, document)));
    return { articles: articles.filter(({ versions }) => versions.length > 1), total: changed.length };
  });
}

interface Changed {
  segment: Segment;
  document: number;
  minutes: number;
}

/** The newest document of each article whose documents differ. */
async function changedDocuments({ segments, blocks }: Reading): Promise<Changed[]> {
  const posts = documentsIn(segments);
  const places = new HashTable(posts);
  const fingerprints = new Uint32Array(posts);
  const differs = new Uint8Array(posts);
  const minutes = new Int32Array(posts);
  const owners = new Uint32Array(posts);
  let first = 0;
  const firsts: number[] = [];
  for (const segment of segments) {
    firsts.push(first);
    const dates = await segment.dates();
    let document = 0;
    for await (const row of catalogOf(blocks, segment.record)) {
      const at = document++;
      if (segment.gone.has(at)) continue;
      const known = places.get(row.article);
      const place = known ?? places.size;
      const date = dates[at] as number;
      if (known === undefined) {
        places.set(row.article, place);
        fingerprints[place] = row.fingerprint;
      } else if (fingerprints[place] !== row.fingerprint) differs[place] = 1;
      if (known === undefined || date >= (minutes[place] as number)) {
        minutes[place] = date;
        owners[place] = first + at;
      }
    }
    first += segment.documents;
  }
  const changed: Changed[] = [];
  for (let place = 0; place < places.size; place++) {
    if (!differs[place]) continue;
    const owner = owners[place] as number;
    const s = firsts.findLastIndex((start) => start <= owner);
    changed.push({ segment: segments[s] as Segment, document: owner - (firsts[s] as number), minutes: minutes[place] as number });
  }
  return changed;
}

/** The article of a document. Its newest version may be another one: here dates are whole minutes. */
async function articleAt(reading: Reading, segment: Segment, document: number): Promise<ChangedArticle> {
  const [at] = (await segment.cards([document])) as [CardAt];
  const { article } = cardOf(at);
  const versions = versionsOf(await documentsOf(reading, article));
  const { title, publisher } = (versions.at(-1) as Version).card;
  return { key: article, title, publisher, versions: versions.map(versionLine) };
}
