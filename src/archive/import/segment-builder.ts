import { type CountsEvidence, evidenceWith } from '../../article/counts.ts';
import { type DateRange, widened } from '../../article/date-range.ts';
import { KIND } from '../index/blocks.ts';
import { CARDS, type Card } from '../index/card.ts';
import { CATALOG, DATES, unpackCatalog, unpackDates } from '../index/columns.ts';
import { readDocuments } from '../index/copy-documents.ts';
import { type Bins, countPost, Distribution } from '../index/distribution.ts';
import { writeDistribution } from '../index/distribution-records.ts';
import { DocumentsWriter, type NewDocument } from '../index/documents-writer.ts';
import { raisedBy } from '../index/index-input.ts';
import { mergeIndexes } from '../index/merge.ts';
import { TokenStore } from '../index/token-store.ts';
import { ANALYSIS } from '../language/version.ts';
import { BlockWriter, blocksOf } from '../store/blocks.ts';
import type { Connection } from '../store/connection.ts';
import { reserveId } from '../store/manifest.ts';
import type { StoredSegment } from '../store/schema.ts';
import { type IndexedPost, indexAgain, indexPost } from './index-post.ts';

/** Tokens (`TokenStore.size`) that are held before an index is written: those of 70,000 short posts or 20,000 long ones, as one index is written faster than several. */
export const TOKENS = 7_600_000;
/** From the second index on this part of them: what else is held grows with the archive, and memory use is to stay the same. */
const LATER = 0.5;
/** Checkpoints until the first index is written. */
const CHECKPOINTS = 4;

/** What has been built so far, as an import's journal keeps it. */
export interface BuiltState {
  documents: number;
  indexes: { id: number; count: number }[];
  /** Documents written, and how many of them are in an index: the words of the others are read from them again. */
  count: number;
  /** Absent where an earlier version wrote it: then all are. */
  indexed?: number;
  pack: number;
  length: number;
  bytes: number;
  range: DateRange | null;
  evidence: CountsEvidence;
  distribution: ReadonlyMap<string, Bins>;
  /** `ANALYSIS` when it was written; absent where the first version wrote it. */
  analysis?: number;
}

/** Builds a new segment out of posts. Nothing of it counts until the manifest names it. */
export class SegmentBuilder {
  #writer: BlockWriter;
  #documents: DocumentsWriter;
  #tokens: TokenStore;
  #indexes: { id: number; count: number }[] = [];
  #distribution = new Distribution();
  #length = 0;
  #earlierBytes = 0;
  /** What was held when the last checkpoint was made. */
  #checked = 0;
  evidence: CountsEvidence = { posts: 0, words: 0 };
  range: DateRange | null = null;

  private constructor(
    private readonly database: Connection,
    id: number,
    private readonly most: number,
    indexed = 0,
  ) {
    this.#writer = new BlockWriter(database);
    this.#documents = new DocumentsWriter(this.#writer, id);
    this.#tokens = new TokenStore(indexed);
  }

  /** @param most about how many tokens are held in memory */
  static async begin(database: Connection, most: number): Promise<SegmentBuilder> {
    return new SegmentBuilder(database, await reserveId(database), most);
  }

  /**
   * Goes on where an interrupted import had come.
   * @throws DamagedSegment when what it had written can't be read
   */
  static async resume(database: Connection, state: BuiltState, most: number): Promise<SegmentBuilder> {
    const { count, indexed = count } = state;
    const builder = new SegmentBuilder(database, state.documents, most, indexed);
    const column = (kind: typeof KIND.dates | typeof KIND.catalog, size: number) =>
      count % size === 0 ? [] : ([[state.documents, kind, Math.floor(count / size)]] as const);
    const blocks = blocksOf(database);
    const [dates] = await blocks.read(column(KIND.dates, DATES));
    const [catalog] = await blocks.read(column(KIND.catalog, CATALOG));
    const heldDates = dates ? [...unpackDates(dates)].slice(0, count % DATES) : [];
    const heldCatalog = catalog ? unpackCatalog(catalog).slice(0, count % CATALOG) : [];
    builder.#documents.resume(count, state.pack, heldDates, heldCatalog);
    builder.#indexes = [...state.indexes];
    builder.#distribution = new Distribution(state.distribution);
    builder.#length = state.length;
    builder.#earlierBytes = state.bytes;
    builder.evidence = state.evidence;
    builder.range = state.range;
    for await (const document of readDocuments(blocks, { id: state.documents, count }, indexed)) indexAgain(builder.#tokens, document);
    builder.#checked = builder.#tokens.size;
    return builder;
  }

  get count(): number {
    return this.#documents.count;
  }

  /** Whether enough came in for a checkpoint, and one may be made here. */
  get isDue(): boolean {
    return this.#tokens.size - this.#checked >= this.most / CHECKPOINTS && this.count % CARDS === 0;
  }

  /** Takes a post. Resolves when the next may come. */
  add(read: IndexedPost): Promise<void> {
    indexPost(this.#tokens, this.#documents, read);
    this.#count(read.post);
    return this.#writer.drain();
  }

  /** Takes a document of another segment as it is, but for its words, which are read from its post again. Resolves when the next may come. */
  addAgain(document: NewDocument): Promise<void> {
    this.#documents.add({ ...document, ...indexAgain(this.#tokens, document) });
    this.#count(document.card);
    return this.#writer.drain();
  }

  #count(counted: Parameters<typeof countPost>[1] & Pick<Card, 'numbersAre'>): void {
    const { date, numbersAre } = counted;
    if (date !== null) this.range = widened(this.range, { from: date, to: date });
    countPost(this.#distribution, counted);
    this.evidence = evidenceWith(this.evidence, numbersAre);
  }

  /** Writes what it takes for an interrupted import to go on from here. */
  async checkpoint(): Promise<BuiltState> {
    if (this.#tokens.size >= this.most * (this.#indexes.length === 0 ? 1 : LATER)) await this.#writeIndex();
    this.#checked = this.#tokens.size;
    this.#documents.checkpoint();
    await this.#writer.flush();
    return {
      documents: this.#documents.id,
      indexes: [...this.#indexes],
      count: this.count,
      indexed: this.#tokens.first,
      pack: this.#documents.pack,
      length: this.#length,
      bytes: this.#earlierBytes + this.#writer.bytes,
      range: this.range,
      evidence: this.evidence,
      distribution: this.#distribution.groups,
      analysis: ANALYSIS,
    };
  }

  async #writeIndex(): Promise<void> {
    const tokens = this.#tokens;
    if (tokens.documents === 0) return;
    this.#length += tokens.totalLength;
    const id = await reserveId(this.database);
    await tokens.write(this.#writer, id, this.#length / this.count || 1);
    this.#indexes.push({ id, count: tokens.documents });
    tokens.restart(this.count);
  }

  /** Writes the rest and makes one index of all; null when no post was taken. */
  async finish(): Promise<StoredSegment | null> {
    await this.#writeIndex();
    const { documents, bytes } = await this.checkpoint();
    if (this.count === 0) return null;
    writeDistribution(this.#writer, documents, this.#distribution);
    let index = this.#indexes[0]?.id as number;
    if (this.#indexes.length > 1) {
      index = await reserveId(this.database);
      // Their documents are numbered through, so nothing is to be added to the numbers.
      const runs = this.#indexes.map(({ id }) => ({ id, numbering: raisedBy(0) }));
      await mergeIndexes(blocksOf(this.database), this.#writer, runs, index);
    }
    await this.#writer.flush();
    return { index, parts: [{ id: documents, count: this.count }], tombstones: null, analysis: ANALYSIS, bytes };
  }
}
