import { deflateSync } from 'fflate';
import { textHash } from '../../article/hash.ts';
import { type BlockSink, KIND } from './blocks.ts';
import { CARDS, type Card } from './card.ts';
import { CardPacker } from './card-packer.ts';
import { CATALOG, type CatalogRow, DATES, dateInMinutes, packCatalog, packDates } from './columns.ts';
import { Packer } from './packer.ts';

/** A document to be written. */
export interface NewDocument {
  card: Card;
  crc: number;
  /** The post's bytes as they stood in the bundle, deflated where `size` is not 0: then that is their own size. */
  post: { bytes: Uint8Array; size: number };
  /** Of its terms, as `TokenStore.add` gives them: not held on to. */
  length: number;
  terms: Uint32Array;
}

/** Texts shorter than this grow when deflated. */
const WORTH_DEFLATING = 128;

/** Writes documents one after the other: their posts, cards and columns. */
export class DocumentsWriter {
  readonly #cards = new CardPacker();
  #dates: number[] = [];
  #catalog: CatalogRow[] = [];
  #packer: Packer;
  count = 0;

  constructor(
    private readonly sink: BlockSink,
    readonly id: number,
  ) {
    this.#packer = this.#packerFrom(0);
  }

  /** Goes on where `checkpoint` was called after `count` documents. */
  resume(count: number, pack: number, dates: readonly number[], catalog: readonly CatalogRow[]): void {
    this.count = count;
    this.#dates = [...dates];
    this.#catalog = [...catalog];
    this.#packer = this.#packerFrom(pack);
  }

  get pack(): number {
    return this.#packer.pack;
  }

  add({ card, crc, post, length, terms }: NewDocument): void {
    const deflate = post.size === 0 && post.bytes.length > WORTH_DEFLATING;
    const bytes = deflate ? deflateSync(post.bytes, { level: 6, mem: 1 }) : post.bytes;
    this.#cards.add({ card, place: this.#packer.add(bytes, deflate ? post.bytes.length : post.size), length, terms });
    this.#dates.push(dateInMinutes(card.date));
    this.#catalog.push({ path: textHash(card.path), crc, article: textHash(card.article), fingerprint: card.fingerprint });
    this.count++;
    if (this.count % CARDS === 0) this.#closeCards();
    if (this.count % DATES === 0) this.#closeDates();
    if (this.count % CATALOG === 0) this.#closeCatalog();
  }

  /**
   * Writes what is held, so that all documents so far can be read. Columns go on in their last record, which is then
   * written again; so a checkpoint in between may be made only after a multiple of CARDS documents.
   */
  checkpoint(): void {
    this.#closeCards();
    this.#packer.close();
    const { id, count } = this;
    if (this.#dates.length > 0) this.sink.put([id, KIND.dates, Math.floor((count - 1) / DATES)], packDates(this.#dates));
    if (this.#catalog.length > 0) this.sink.put([id, KIND.catalog, Math.floor((count - 1) / CATALOG)], packCatalog(this.#catalog));
  }

  #packerFrom(pack: number): Packer {
    return new Packer((number, bytes) => this.sink.put([this.id, KIND.packs, number], bytes), pack);
  }

  #closeCards(): void {
    if (this.#cards.count === 0) return;
    this.sink.put([this.id, KIND.cards, Math.floor((this.count - 1) / CARDS)], this.#cards.take());
  }

  #closeDates(): void {
    this.sink.put([this.id, KIND.dates, this.count / DATES - 1], packDates(this.#dates));
    this.#dates = [];
  }

  #closeCatalog(): void {
    this.sink.put([this.id, KIND.catalog, this.count / CATALOG - 1], packCatalog(this.#catalog));
    this.#catalog = [];
  }
}
