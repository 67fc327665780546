import { buf as crc32 } from 'crc-32';
import { textHash } from '../../article/hash.ts';
import type { ReadEntry } from '../bundle/bundle.ts';
import { readPost } from '../bundle/post.ts';
import { UnreadablePost, unreadable } from '../bundle/unreadable-post.ts';
import type { Destination } from './destination.ts';
import { fingerprintOf } from './index-post.ts';
import type { Running } from './journal.ts';
import { REMARKS_KEPT, skip } from './report.ts';

/** Takes what was read at one path of a bundle: a new or changed post into the segment, all else into the report. */
export async function takePost(read: ReadEntry, destination: Destination, { builder, report }: Running): Promise<void> {
  const { counts } = report;
  const { path } = read.entry;
  const isKnown = destination.known.see(path);
  if (read.kind === 'failed') return skip(report, path, read.problem);
  const crc = read.entry.crc ?? (read.kind === 'post' ? crc32(read.bytes) >>> 0 : null);
  if (read.kind === 'unwanted' || destination.known.crc(path) === crc) {
    counts.unchanged++;
    counts.posts++;
    return;
  }
  if (read.bytes.length === 0) return skip(report, path, unreadable('empty'));
  try {
    const post = readPost(destination.name, path, read.bytes);
    const fingerprint = fingerprintOf(post);
    destination.versions.add(textHash(post.article), fingerprint);
    counts.posts++;
    counts[isKnown ? 'changed' : 'added']++;
    for (const remark of post.remarks) if (report.remarks.length < REMARKS_KEPT) report.remarks.push({ path, remark });
    const kept = read.deflated ? { bytes: read.deflated, size: read.bytes.length } : { bytes: read.bytes, size: 0 };
    await builder.add({ path, crc: crc as number, ...kept, post, fingerprint });
  } catch (error) {
    if (!(error instanceof UnreadablePost)) throw error;
    skip(report, path, error);
  }
}
