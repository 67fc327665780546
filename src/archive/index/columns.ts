/** Columns over many documents, in records that are read one by one. */

/** Dates to the minute, four bytes each: enough to order and filter by. */
export const DATES = 8192;
export const NO_DATE = -0x80000000;
const MINUTE = 60_000;

export const dateInMinutes = (date: number | null): number =>
  date === null ? NO_DATE : Math.max(NO_DATE + 1, Math.min(0x7fffffff, Math.floor(date / MINUTE)));

/** Epoch milliseconds of a date in minutes. */
export const dateOfMinutes = (minutes: number): number => minutes * MINUTE;

export const packDates = (minutes: readonly number[]): Uint8Array<ArrayBuffer> => new Uint8Array(Int32Array.from(minutes).buffer);
export const unpackDates = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.slice().buffer);

/** What an update knows of a document without reading it. Hashes have 53 bits (`textHash`). */
export interface CatalogRow {
  path: number;
  crc: number;
  article: number;
  fingerprint: number;
}

export const CATALOG = 1024;
const ROW = 24;

export function packCatalog(rows: readonly CatalogRow[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(rows.length * ROW));
  rows.forEach(({ path, crc, article, fingerprint }, i) => {
    view.setFloat64(i * ROW, path, true);
    view.setFloat64(i * ROW + 8, article, true);
    view.setUint32(i * ROW + 16, crc, true);
    view.setUint32(i * ROW + 20, fingerprint, true);
  });
  return new Uint8Array(view.buffer);
}

export function unpackCatalog(bytes: Uint8Array): CatalogRow[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / ROW) }, (_, i) => ({
    path: view.getFloat64(i * ROW, true),
    article: view.getFloat64(i * ROW + 8, true),
    crc: view.getUint32(i * ROW + 16, true),
    fingerprint: view.getUint32(i * ROW + 20, true),
  }));
}
