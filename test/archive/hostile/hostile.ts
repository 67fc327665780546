/** A bundle made to do harm. */
export interface Hostile {
  what: string;
  file: Uint8Array<ArrayBuffer>;
  /** Whether the good post in it must come in; null where the file may be refused as a whole. */
  good: boolean | null;
  /** Why the report says that something in it was skipped; null where nothing has to be. */
  reason: string | null;
  /** How many are skipped for that reason; one where it is left out. */
  skipped?: number;
}
