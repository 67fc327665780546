import { deflateSync, inflateSync } from 'fflate';

/** What is shown of a document beyond its card. */
export interface Details {
  /** Its place in its bundle. */
  path: string;
  link: string | null;
  picture: string | null;
  description: string | null;
}

/** Documents in one record: deflating is paid for by the call, and only the version that is shown is looked up. */
export const DETAILS = 128;

/** Packs the details of up to 128 documents; addresses resemble each other, so they shrink well. */
export function packDetails(details: readonly Details[]): Uint8Array<ArrayBuffer> {
  const rows = details.map(({ path, link, picture, description }) => [path, link, picture, description]);
  return deflateSync(new TextEncoder().encode(JSON.stringify(rows)), { level: 4, mem: 1 }) as Uint8Array<ArrayBuffer>;
}

export function unpackDetails(bytes: Uint8Array): Details[] {
  const rows = JSON.parse(new TextDecoder().decode(inflateSync(bytes))) as [string, string | null, string | null, string | null][];
  return rows.map(([path, link, picture, description]) => ({ path, link, picture, description }));
}
