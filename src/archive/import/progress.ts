import type { ImportReport } from './report.ts';

/** Why an import ended without changing the archive. */
export type FailReason = 'not-a-bundle' | 'damaged-bundle' | 'unreadable-file' | 'no-posts' | 'disk-full' | 'storage';

/** What happened in an import, as told by its worker. Times in milliseconds. */
export type ImportEvent =
  | { type: 'waiting' }
  | { type: 'opening' }
  | { type: 'opened'; bundle: string; total: number; at: number }
  | { type: 'read'; done: number; at: number }
  | { type: 'finishing' }
  | { type: 'done'; report: ImportReport }
  | { type: 'failed'; reason: FailReason; detail: string; report: ImportReport }
  | { type: 'cancelled'; report: ImportReport };

/** An import as the page shows it. */
export type ImportState =
  | { phase: 'waiting' | 'opening' }
  | {
      phase: 'reading' | 'finishing';
      bundle: string;
      done: number;
      total: number;
      started: number;
      perSecond: number | null;
      secondsLeft: number | null;
    }
  | { phase: 'done'; report: ImportReport }
  | { phase: 'failed'; reason: FailReason; detail: string; report: ImportReport }
  | { phase: 'cancelled'; report: ImportReport };

/** Folds the events of an import into the state to show. */
export function importProgress(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'waiting':
    case 'opening':
      return { phase: event.type };
    case 'opened':
      return { phase: 'reading', bundle: event.bundle, done: 0, total: event.total, started: event.at, perSecond: null, secondsLeft: null };
    case 'read': {
      if (state.phase !== 'reading') return state;
      const seconds = (event.at - state.started) / 1000;
      const perSecond = seconds > 0.2 ? event.done / seconds : null;
      return { ...state, done: event.done, perSecond, secondsLeft: perSecond ? (state.total - event.done) / perSecond : null };
    }
    case 'finishing':
      return state.phase === 'reading' ? { ...state, phase: 'finishing', done: state.total, secondsLeft: null } : state;
    case 'done':
      return { phase: 'done', report: event.report };
    case 'failed':
      return { phase: 'failed', reason: event.reason, detail: event.detail, report: event.report };
    case 'cancelled':
      return { phase: 'cancelled', report: event.report };
  }
}
