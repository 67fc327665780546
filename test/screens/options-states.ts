import { USUAL_CHOICE } from '../../src/archive/import/choice.ts';
import type { EndedImport } from '../../src/archive/import/handle.ts';
import type { ImportEnd, ImportState } from '../../src/archive/import/progress.ts';
import { type ImportCounts, type ImportReport, reportOf } from '../../src/archive/import/report.ts';
import type { ArchiveState, ListedBundle } from '../../src/screens/options/archive-state.ts';
import type { Exports } from '../../src/screens/options/use-exports.ts';
import type { Feeds } from '../../src/screens/options/use-feeds.ts';
import type { Origin } from '../../src/screens/options/use-imports.ts';
import type { Removed } from '../../src/screens/options/use-removals.ts';
import type { Sources } from '../../src/screens/options/use-sources.ts';
import type { Settings } from '../../src/settings/choices.ts';
import type { OwnArchiveNotes } from '../../src/settings/own-archive.ts';

const counts: ImportCounts = {
  entries: 118_260,
  posts: 118_198,
  articles: 117_402,
  versioned: 486,
  added: 118_198,
  changed: 0,
  unchanged: 0,
  removed: 0,
  skipped: 14,
};
const report = (changed: Partial<ImportReport> = {}): ImportReport => ({
  ...reportOf(null),
  bundle: 'leestmeer',
  counts,
  duration: 8_240,
  ...changed,
});
const skippedFiles = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    path: i === 0 ? 'kapot.md' : `_posts/2019-${i}-1-een_bericht_met_een_lange_naam_over_de_dijk_bij_oosterveen_en_het_waterschap_${i}.md`,
    reason: (['empty', 'no-front-matter', 'front-matter-broken'] as const)[i % 3] ?? 'empty',
    detail: i % 3 === 2 ? 'regel 2: can not read a block mapping entry' : '',
  }));
const remarks = [
  { path: '_posts/2019-1-1-podcast.md', remark: 'no-link' as const },
  { path: '_posts/2019-1-2-podcast.md', remark: 'no-date' as const },
];

const USUAL_SETTINGS: Settings = {
  language: 'auto',
  pictures: 'ask',
  marks: false,
  visits: false,
  keepRead: false,
  ownLimit: 'none',
  feedMinutes: 30,
};

const NOON = Date.parse('2026-01-02T11:00Z');
const leestmeer: ListedBundle = {
  name: 'leestmeer',
  imported: NOON,
  posts: 118_198,
  articles: 117_402,
  bytes: 210_000_000,
  range: { from: Date.parse('2018-01-01T12:00Z'), to: Date.parse('2019-12-31T12:00Z') },
  meaning: 'words',
  damaged: 0,
  earlier: 90,
  evidence: { posts: 2006, words: 2006 },
  overrule: null,
};
const longNamed: ListedBundle = {
  ...leestmeer,
  name: 'een-archief-met-een-naam-die-langer-is-dan-de-bladzijde-breed-kan-zijn-op-een-telefoon (2)',
  imported: 0,
  posts: 1,
  articles: 1,
  bytes: 900,
  range: null,
  meaning: 'unknown',
  damaged: 1,
  earlier: 0,
  evidence: { posts: 0, words: 0 },
};
const ownArchive: ListedBundle = {
  ...leestmeer,
  name: 'Eigen archief',
  posts: 7300,
  earlier: 0,
  articles: 6900,
  bytes: 9_800_000,
  range: { from: NOON, to: NOON + 3_600_000 },
};
const viewed: ListedBundle = { ...leestmeer, name: 'streekblad', meaning: 'views', evidence: { posts: 310, words: 0 } };
const mixed: ListedBundle = {
  ...leestmeer,
  name: 'krantenbak',
  meaning: 'words',
  evidence: { posts: 1200, words: 640 },
  overrule: 'words',
};

const unasked = { etag: null, lastModified: null };

export interface OptionsState {
  /** Pages of NOS may be read. */
  isAllowed?: boolean;
  archive: ArchiveState | null;
  removed: readonly Removed[];
  running: ImportState | null;
  origin?: Origin;
  ended: readonly EndedImport[];
  exporting: Pick<Exports, 'running' | 'ended'>;
  sources?: Partial<Sources>;
  feeds?: Partial<Feeds>;
  notes?: OwnArchiveNotes;
  settings: Settings;
  over?: boolean;
}

const space = { used: 214_300_000, available: 48_700_000_000, isSafe: true };
const archive: ArchiveState = {
  bundles: [leestmeer, longNamed],
  isOutdated: false,
  interrupted: [],
  space,
  hasVisits: false,
  isLost: false,
  failure: null,
};
const usual: OptionsState = {
  archive,
  removed: [],
  running: null,
  ended: [],
  exporting: { running: null, ended: null },
  settings: USUAL_SETTINGS,
};
const empty: OptionsState = {
  ...usual,
  archive: { ...archive, bundles: [], space: { used: 12_000, available: 9_300_000, isSafe: false } },
};
const reading: ImportState = {
  phase: 'reading',
  bundle: 'leestmeer',
  done: 45_000,
  total: 118_198,
  started: 0,
  resumed: 0,
  perSecond: 14_211.4,
  secondsLeft: 5.1,
};
const ended = (...states: ImportEnd[]): OptionsState => ({
  ...usual,
  ended: states.map((state) => ({ state, files: [], choice: USUAL_CHOICE, change: null })),
});
const done = (changed: Partial<ImportReport>): OptionsState => ended({ phase: 'done', report: report(changed) });
const newer = { ...counts, added: 12, changed: 3, unchanged: 118_183, skipped: 0 };

/** The options page in every state. */
export const optionsStates = {
  loading: { ...usual, archive: null },
  fresh: empty,
  hover: { ...empty, over: true },
  'not-allowed': { ...usual, isAllowed: false },
  opening: { ...empty, running: { phase: 'opening' } },
  waiting: { ...usual, running: { phase: 'waiting' } },
  progress: { ...usual, running: reading },
  'progress-fetched': { ...usual, running: reading, origin: 'fetched' },
  finishing: { ...usual, running: { ...reading, phase: 'finishing', done: 118_198 } },
  done: done({ counts: { ...counts, skipped: 0 } }),
  everyday: {
    ...done({ counts: { ...counts, skipped: 0 } }),
    archive: { ...archive, bundles: [leestmeer, { ...ownArchive, range: { from: NOON - 300 * 24 * 3_600_000, to: NOON } }] },
    settings: { ...USUAL_SETTINGS, keepRead: true },
  },
  'done-skipped': done({ kind: 'apart', bundle: 'leestmeer (2)', skipped: skippedFiles(14), remarks, remarked: 1500 }),
  'done-many-skipped': done({ counts: { ...counts, skipped: 300_000 }, skipped: skippedFiles(1500) }),
  'done-updated': done({ kind: 'update', missing: 1204, counts: newer }),
  'done-one-missing': done({ kind: 'update', missing: 1, counts: newer }),
  'done-other-name': {
    ...usual,
    ended: [
      {
        state: { phase: 'done', report: report({ bundle: 'krant', counts: newer }) },
        files: [],
        choice: { destination: 'update', mirror: false },
        change: null,
      },
    ],
  },
  failed: ended({ phase: 'failed', reason: 'not-a-bundle', detail: '', space: null, report: reportOf(null) }),
  'failed-full': ended({
    phase: 'failed',
    reason: 'disk-full',
    detail: '',
    space: { used: 9_100_000, available: 900_000, bundle: 31_200_000 },
    report: reportOf(null),
  }),
  cancelled: ended({ phase: 'cancelled', report: reportOf(null) }),
  'cancelled-late': ended({
    phase: 'cancelled',
    report: report({
      counts: { ...counts, posts: 35_450, articles: 0, versioned: 0, added: 0, skipped: 3 },
      skipped: skippedFiles(3),
      remarks,
      remarked: 2,
    }),
  }),
  interrupted: {
    ...usual,
    archive: {
      ...archive,
      interrupted: [
        { identity: 'a', bundle: 'leestmeer', started: NOON, entries: 45_000, total: 118_198, goesOn: true },
        { identity: 'b', bundle: 'streekblad', started: NOON, entries: 1000, total: 1_000_000, goesOn: false },
      ],
    },
  },
  lost: { ...empty, archive: { ...archive, bundles: [], space: empty.archive?.space ?? null, isLost: true } },
  unreachable: {
    ...empty,
    archive: { ...archive, bundles: [], space: null, failure: 'InvalidStateError: A mutation operation was attempted' },
  },
  numbers: { ...usual, archive: { ...archive, bundles: [mixed, viewed] } },
  outdated: { ...usual, archive: { ...archive, isOutdated: true } },
  renewing: { ...usual, archive: { ...archive, isOutdated: true }, running: { ...reading, bundle: '' }, origin: 'kept' },
  renewed: { ...ended({ phase: 'done', report: report({ bundle: '' }) }), origin: 'kept' },
  'renewed-full': {
    ...ended({
      phase: 'failed',
      reason: 'disk-full',
      detail: 'QuotaExceededError',
      space: { used: 214_300_000, available: 900_000, bundle: 210_000_000 },
      report: reportOf(null),
    }),
    archive: { ...archive, isOutdated: true },
    origin: 'kept',
  },
  removed: {
    ...usual,
    archive: { ...archive, bundles: [longNamed], space: { ...space, used: 90_100_000 } },
    removed: [
      { name: 'leestmeer', isUndoable: true },
      { name: 'streekblad', isUndoable: false },
    ],
  },
  exporting: { ...usual, exporting: { running: { name: 'leestmeer', done: 40_000, total: 118_198 }, ended: null } },
  'export-begins': { ...usual, exporting: { running: { name: 'leestmeer', done: 0, total: 0 }, ended: null } },
  exported: { ...usual, exporting: { running: null, ended: { name: 'leestmeer', posts: 118_196, damaged: 2, failure: null } } },
  'export-failed': {
    ...usual,
    exporting: { running: null, ended: { name: 'leestmeer', posts: 0, damaged: 0, failure: 'QuotaExceededError' } },
  },
  settings: {
    ...usual,
    settings: { ...USUAL_SETTINGS, language: 'nl', pictures: 'always', marks: true, visits: true },
    archive: { ...archive, hasVisits: true },
  },
  following: {
    ...usual,
    settings: { ...USUAL_SETTINGS, keepRead: true },
    sources: {
      list: [
        {
          bundle: 'leestmeer',
          address: 'https://codeload.github.com/iemand/leestmeer/zip/HEAD',
          isDaily: true,
          checked: NOON,
          worked: NOON,
          problem: null,
          ...unasked,
        },
      ],
      failed: { address: 'https://krant.example/archief.zip', bundle: null, problem: 'server-error' },
    },
    feeds: {
      followed: [
        {
          address: 'https://feeds.nos.nl/nosnieuwsalgemeen',
          checked: NOON,
          worked: NOON,
          problem: null,
          failures: 0,
          came: { at: NOON, articles: 12, versions: 1 },
          ...unasked,
        },
        { address: 'https://feeds.nos.nl/nosnieuwstech', checked: null, worked: null, problem: null, failures: 0, came: null, ...unasked },
        {
          address: 'https://krant.example/een/heel/lang/adres/van/een/feed.xml',
          checked: NOON,
          worked: null,
          problem: { name: 'server-error', detail: '503', until: null },
          failures: 2,
          came: null,
          ...unasked,
        },
      ],
      refused: 'https://ander.example/feed',
    },
  },
  'own-archive': {
    ...usual,
    archive: { ...archive, bundles: [ownArchive] },
    settings: { ...USUAL_SETTINGS, keepRead: true, ownLimit: '1-year' },
    notes: { removed: { at: NOON, posts: 20, until: NOON - 365 * 24 * 3_600_000 }, failed: null },
  },
  'own-archive-damaged': { ...usual, archive: { ...archive, bundles: [{ ...ownArchive, damaged: 40 }] } },
  'own-archive-full': {
    ...usual,
    archive: { ...archive, space: { used: 98_000_000, available: 2_000_000, isSafe: true } },
    settings: { ...USUAL_SETTINGS, keepRead: true },
    notes: { removed: null, failed: { at: NOON, isFull: true, detail: 'QuotaExceededError' } },
  },
  fetching: { ...usual, sources: { fetching: { address: 'https://krant.example/archief.zip', bytes: 12_000_000, total: 47_000_000 } } },
} satisfies Record<string, OptionsState>;
