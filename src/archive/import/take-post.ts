import { buf as crc32 } from 'crc-32';
import { textHash } from '../../article/hash.ts';
import type { ReadEntry } from '../bundle/bundle.ts';
import { readPost } from '../bundle/post.ts';
import { UnreadablePost, unreadable } from '../bundle/unreadable-post.ts';
import { fingerprintOf } from './index-post.ts';
import type { Running } from './journal.ts';
import { remarkOn, skip } from './report.ts';

/** Takes what was read at one path of a bundle: a new or changed post into the segment, all else into the report. */
export async function takePost(read: ReadEntry, { destination, builder, report, older }: Running): Promise<void> {
  const { name, known, versions } = destination;
  const { counts } = report;
  const { path } = read.entry;
  const place = known.at(path);
  known.see(place);
  if (read.kind === 'failed') return skip(report, path, read.problem);
  const crc = read.entry.crc ?? (read.kind === 'post' ? crc32(read.bytes) >>> 0 : null);
  const same = crc === null ? undefined : known.same(place, crc);
  if (read.kind === 'unwanted' || (same !== undefined && !older.has(place))) {
    counts.unchanged++;
    counts.posts++;
    if (same !== undefined) versions.see(known.article(same));
    return;
  }
  if (read.bytes.length === 0) return skip(report, path, unreadable('empty'));
  try {
    const post = readPost(name, place.path, read.bytes);
    const fingerprint = fingerprintOf(post);
    const article = textHash(post.article);
    versions.add(article, fingerprint);
    versions.see(article);
    counts.posts++;
    counts[place.newest !== undefined || older.has(place) ? 'changed' : 'added']++;
    older.take(place);
    for (const remark of post.remarks) remarkOn(report, path, remark);
    const kept = read.deflated ? { bytes: read.deflated, size: read.bytes.length } : { bytes: read.bytes, size: 0 };
    await builder.add({ path: place.path, crc: crc as number, ...kept, post, fingerprint });
  } catch (error) {
    if (!(error instanceof UnreadablePost)) throw error;
    skip(report, path, error);
  }
}
