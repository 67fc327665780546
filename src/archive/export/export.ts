import { deflateSync } from 'fflate';
import { DamagedSegment } from '../index/blocks.ts';
import { readDocuments } from '../index/copy-documents.ts';
import { documentCount } from '../index/segment.ts';
import { tombstonesOf } from '../index/tombstones.ts';
import { blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { IMPORT_LOCK, SAVE_LOCK } from '../store/locks.ts';
import { bundleNamed } from '../store/manifest.ts';
import { PostNames } from './post-names.ts';
import { ZipWriter } from './zip-writer.ts';

export interface ExportEnd {
  /** Posts that were written. */
  posts: number;
  /** Posts that could not be read. */
  damaged: number;
}

/** Bytes handed on at once. */
const CHUNK = 512 * 1024;

/** Where an export goes, and how it is followed. */
export interface ExportTarget {
  /** Takes the file's bytes in order. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Called with how many posts of how many are written. */
  tell(done: number, total: number): void;
  signal: AbortSignal;
}

/**
 * Writes a bundle as the ZIP of a Jekyll archive, each post at its path, byte for byte as it came in: importing it again
 * gives the same bundle. Of several posts that stood at one path in turn, the newest stands there and the earlier ones
 * under `earlier/1`, `earlier/2`. Imports, merges and saves wait meanwhile.
 * @throws Error when the signal is aborted, and what writing throws
 */
export async function exportBundle(database: Connection, name: string, target: ExportTarget): Promise<ExportEnd> {
  const shared = { mode: 'shared', signal: target.signal } as const;
  return navigator.locks.request(IMPORT_LOCK, shared, () =>
    navigator.locks.request(SAVE_LOCK, shared, () => writeBundle(database, name, target)),
  );
}

async function writeBundle(database: Connection, name: string, { write, tell, signal }: ExportTarget): Promise<ExportEnd> {
  const segments = (await bundleNamed(database, name))?.segments ?? [];
  const total = segments.reduce((sum, segment) => sum + documentCount(segment), 0);
  const source = blocksOf(database);
  const end: ExportEnd = { posts: 0, damaged: 0 };
  const chunks = new Chunks(write);
  const zip = new ZipWriter((bytes) => chunks.put(bytes));
  const names = await PostNames.read(database, segments, total);
  const root = folderName(name);
  let first = 0;
  for (const segment of segments) {
    let document = 0;
    try {
      const gone = await tombstonesOf(source, segment);
      for (const part of segment.damaged ? [] : segment.parts) {
        for await (const { card, crc, post } of readDocuments(source, part)) {
          signal.throwIfAborted();
          if (!gone.has(document)) {
            zip.add({ name: `${root}/${names.nameOf(card.path, first + document)}`, ...deflated(post), crc, date: card.date });
            end.posts++;
          }
          document++;
          await chunks.drain();
        }
        tell(first + document, total);
      }
    } catch (error) {
      if (!(error instanceof DamagedSegment)) throw error;
    }
    const count = documentCount(segment);
    end.damaged += count - document;
    first += count;
  }
  zip.end();
  await chunks.flush();
  tell(total, total);
  return end;
}

/** A name that a folder can have in every file system. */
export const folderName = (name: string): string => name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').replace(/^\.+|[. ]+$/g, '_');

function deflated({ bytes, size }: { bytes: Uint8Array; size: number }): { bytes: Uint8Array; size: number } {
  if (size > 0) return { bytes, size };
  const packed = deflateSync(bytes, { mem: 1 });
  return packed.length < bytes.length ? { bytes: packed, size: bytes.length } : { bytes, size };
}

/** Gathers bytes and hands them on in larger pieces. */
class Chunks {
  #held: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  constructor(private readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) {}

  put(bytes: Uint8Array<ArrayBuffer>): void {
    this.#held.push(bytes);
    this.#size += bytes.length;
  }

  async drain(): Promise<void> {
    if (this.#size >= CHUNK) await this.flush();
  }

  async flush(): Promise<void> {
    const whole = new Uint8Array(this.#size);
    let at = 0;
    for (const bytes of this.#held) {
      whole.set(bytes, at);
      at += bytes.length;
    }
    this.#held = [];
    this.#size = 0;
    await this.write(whole);
  }
}
