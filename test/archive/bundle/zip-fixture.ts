import { buf as crc32 } from 'crc-32';
import { deflateSync } from 'fflate';

/** A ZIP entry to write; what is left out is written as it should be. */
export interface Written {
  name: string | Uint8Array;
  data?: Uint8Array | string;
  method?: number;
  flags?: number;
  /** The writer's system; 3 is Unix, 0 MS-DOS. */
  system?: number;
  mode?: number;
  extra?: Uint8Array;
  /** What the directory says instead of the truth. */
  says?: { size?: number; packed?: number; crc?: number; offset?: number };
  /** Sizes and place as zip64 extra fields. */
  zip64?: boolean;
}

export interface ZipOptions {
  before?: Uint8Array;
  comment?: Uint8Array;
  /** End record and locator of zip64. */
  zip64?: boolean;
  /** Order of the directory, as indexes of the entries. */
  order?: number[];
  /** Offsets count from the start of the file instead of the archive, as from writers that repair them. */
  repaired?: boolean;
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const post = (title: string, body = '<p>Tekst.</p>'): string => `---\nlayout: post\ntitle: "${title}"\n---\n${body}`;

/** Numbers of given widths, little-endian: `[value, bytes]` each. */
export function packed(...fields: [value: number, width: 2 | 4 | 8][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, width]) => sum + width, 0)));
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return new Uint8Array(view.buffer);
}

export const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => joinedAll(parts);

/** The same of more parts than a call may be given. */
function joinedAll(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const nameOf = ({ name }: Written) => (typeof name === 'string' ? bytes(name) : name);

/** Writes a ZIP. */
export function zipOf(entries: readonly Written[], options: ZipOptions = {}): Uint8Array<ArrayBuffer> {
  const before = options.before ?? new Uint8Array(0);
  const shift = options.repaired ? before.length : 0;
  const bodies: Uint8Array[] = [];
  let offset = 0;
  const records = entries.map((entry) => {
    const { local, record } = written(entry, offset + shift);
    bodies.push(local);
    offset += local.length;
    return record;
  });
  const directory = joinedAll((options.order ?? records.map((_, i) => i)).map((i) => records[i] as Uint8Array));
  const [count, size] = [entries.length, directory.length];
  const end64 = packed([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8], [size, 8], [offset + shift, 8]);
  const locator = packed([0x07064b50, 4], [0, 4], [offset + size + shift, 8], [1, 4]);
  const comment = options.comment ?? new Uint8Array(0);
  const end = options.zip64
    ? packed([0x06054b50, 4], [0, 2], [0, 2], [0xffff, 2], [0xffff, 2], [0xffffffff, 4], [0xffffffff, 4], [comment.length, 2])
    : packed(
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [count & 0xffff, 2],
        [count & 0xffff, 2],
        [size, 4],
        [offset + shift, 4],
        [comment.length, 2],
      );
  return joinedAll([before, ...bodies, directory, ...(options.zip64 ? [end64, locator] : []), end, comment]);
}

function written(entry: Written, offset: number): { local: Uint8Array; record: Uint8Array } {
  const name = nameOf(entry);
  const data = typeof entry.data === 'string' ? bytes(entry.data) : (entry.data ?? new Uint8Array(0));
  const method = entry.method ?? 8;
  const body = method === 8 ? deflateSync(data) : data;
  const flags = entry.flags ?? (typeof entry.name === 'string' ? 0x0800 : 0);
  const crc = entry.says?.crc ?? crc32(data) >>> 0;
  const size = entry.says?.size ?? data.length;
  const packedSize = entry.says?.packed ?? body.length;
  const place = entry.says?.offset ?? offset;
  const own = entry.extra ?? new Uint8Array(0);
  const extra = entry.zip64 ? joined(own, packed([1, 2], [24, 2], [size, 8], [packedSize, 8], [place, 8])) : own;
  const shown = (value: number) => (entry.zip64 ? 0xffffffff : value);
  const common = packed([flags, 2], [method, 2], [0, 4], [crc, 4], [shown(packedSize), 4], [shown(size), 4], [name.length, 2]);
  return {
    local: joined(packed([0x04034b50, 4], [20, 2]), common, packed([0, 2]), name, body),
    record: joined(
      packed([0x02014b50, 4], [20 | ((entry.system ?? 3) << 8), 2], [20, 2]),
      common,
      packed([extra.length, 2], [0, 2], [0, 2], [0, 2], [(entry.mode ?? 0o100644) * 0x10000, 4], [shown(place), 4]),
      name,
      extra,
    ),
  };
}

export const fileOf = (content: Uint8Array<ArrayBuffer> | string, name = 'krant-master.zip'): File =>
  new File([content], name, { lastModified: 1 });
