import { READING_ORDER } from '../bundle/bundle.ts';
import { ANALYSIS } from '../language/version.ts';
import type { ImportJournal } from '../store/schema.ts';
import type { ImportReport } from './report.ts';
import type { BuiltState } from './segment-builder.ts';

/** What an import notes of itself to go on after it was interrupted; of another version, it may be of any shape. */
export interface KeptState {
  built: BuiltState;
  report: ImportReport;
}

/** Whether an interrupted import goes on where it was: only what reads the same files in the same order, and makes the same words, can. */
export const goesOn = ({ order, documents, state }: ImportJournal): boolean => {
  const { built } = Object(state) as Partial<KeptState>;
  return order === READING_ORDER && built?.analysis === ANALYSIS && built.documents === documents;
};
