import type { ImportReport } from './report.ts';

/** Why an import ended without changing the archive. */
export type FailReason = 'not-a-bundle' | 'damaged-bundle' | 'unreadable-file' | 'no-posts' | 'disk-full' | 'storage';

/** Space in bytes, for the message of a full disk. */
export interface Space {
  used: number;
  available: number;
  /** Size of what was to be imported, or made anew. */
  bundle: number;
}

/** What happened in an import, as told by its worker. Times in milliseconds. */
export type ImportEvent =
  | { type: 'waiting' }
  | { type: 'opening' }
  /** `done` is not 0 where an interrupted import goes on. */
  | { type: 'opened'; bundle: string; done: number; total: number; at: number }
  | { type: 'read'; done: number; at: number }
  | { type: 'finishing' }
  | { type: 'done'; report: ImportReport }
  | { type: 'failed'; reason: FailReason; detail: string; space: Space | null; report: ImportReport }
  | { type: 'cancelled'; report: ImportReport };

/** An import as the page shows it. */
export type ImportState =
  | { phase: 'waiting' | 'opening' }
  | {
      phase: 'reading' | 'finishing';
      bundle: string;
      done: number;
      total: number;
      /** When reading began, and how much was done then. */
      started: number;
      resumed: number;
      perSecond: number | null;
      secondsLeft: number | null;
    }
  | ImportEnd;

/** How an import ended: in one of three ways. */
export type ImportEnd =
  | { phase: 'done'; report: ImportReport }
  | { phase: 'failed'; reason: FailReason; detail: string; space: Space | null; report: ImportReport }
  | { phase: 'cancelled'; report: ImportReport };

/** Folds the events of an import into the state to show. */
export function importProgress(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'waiting':
    case 'opening':
      return { phase: event.type };
    case 'opened': {
      const { bundle, done, total, at } = event;
      return { phase: 'reading', bundle, done, total, started: at, resumed: done, perSecond: null, secondsLeft: null };
    }
    case 'read': {
      if (state.phase !== 'reading') return state;
      const seconds = (event.at - state.started) / 1000;
      const perSecond = seconds > 0.2 ? (event.done - state.resumed) / seconds : null;
      return { ...state, done: event.done, perSecond, secondsLeft: perSecond ? (state.total - event.done) / perSecond : null };
    }
    case 'finishing':
      return state.phase === 'reading' ? { ...state, phase: 'finishing', done: state.total, secondsLeft: null } : state;
    case 'done':
      return { phase: 'done', report: event.report };
    case 'failed':
      return { phase: 'failed', reason: event.reason, detail: event.detail, space: event.space, report: event.report };
    case 'cancelled':
      return { phase: 'cancelled', report: event.report };
  }
}
