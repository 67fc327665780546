import type { DBSchema } from 'idb';
import type { Visits } from '../../article/answers.ts';
import type { CountsEvidence, CountsMeaning } from '../../article/counts.ts';
import type { DateRange } from '../../article/date-range.ts';
import type { BlockKey } from '../index/blocks.ts';
import type { SegmentRecord } from '../index/segment.ts';

/** Every name on the disk stands here, once. */
export const DATABASE = 'terugblik';
export const MANIFEST = 'manifest';
export const BLOCKS = 'blocks';
export const IMPORTS = 'imports';
export const VISITS = 'visits';

/** A segment as stored. */
export interface StoredSegment extends SegmentRecord {
  /** Space of its records, in bytes. */
  bytes: number;
  /** A record of it was found missing or damaged: it is left out of every answer, and an import of its bundle replaces it. */
  damaged?: true;
  /** Single posts are added to this one still: see `savePosts`. */
  isOpen?: true;
}

/** A segment that no single posts are added to any more. */
export const closed = ({ isOpen: _, ...segment }: StoredSegment): StoredSegment => segment;

/** Ids of all its records. */
export const idsOf = ({ index, parts, tombstones }: SegmentRecord): number[] => [
  index,
  ...parts.map((part) => part.id),
  ...(tombstones === null ? [] : [tombstones]),
];

/** By which a segment is recognised as it is now: it gets other tombstones when documents are taken out of it. */
export const stateOf = ({ index, tombstones }: SegmentRecord): string => `${index}/${tombstones ?? ''}`;

/** A bundle as the manifest holds it. Times in epoch milliseconds. */
export interface BundleRecord {
  name: string;
  segments: StoredSegment[];
  imported: number;
  /** Paths that it holds. */
  posts: number;
  articles: number;
  range: DateRange | null;
  evidence: CountsEvidence;
  /** What the reader says that its numbers count, against the evidence. */
  overrule: Extract<CountsMeaning, 'words' | 'views'> | null;
}

/** The one record that says what the archive is: whatever neither it nor an import's journal names is not part of it. */
export interface Manifest {
  generation: number;
  nextId: number;
  bundles: BundleRecord[];
}

/** How far an import has come: what a later one needs to go on with the same file. */
export interface ImportJournal {
  /** By which the chosen file is recognised. */
  identity: string;
  bundle: string;
  started: number;
  /** Ids of its records: the documents, and indexes over them in turn. */
  documents: number;
  indexes: number[];
  /** Documents that these indexes hold, and entries of the bundle that were read for them. */
  count: number;
  /** `READING_ORDER` when it was written; absent where an earlier version wrote it. */
  order?: number;
  entries: number;
  total: number;
  /** What the import had counted and noted until then, for the import alone. */
  state: unknown;
}

export interface Schema extends DBSchema {
  [MANIFEST]: { key: string; value: Manifest };
  [BLOCKS]: { key: BlockKey & IDBValidKey; value: Uint8Array<ArrayBuffer> };
  [IMPORTS]: { key: string; value: ImportJournal };
  [VISITS]: { key: string; value: Visits };
}
