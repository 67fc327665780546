import type { ImportState } from '../../src/archive/import/progress.ts';
import { type ImportCounts, type ImportReport, reportOf } from '../../src/archive/import/report.ts';
import type { ArchivedArticle } from '../../src/archive/lookup/lookup.ts';
import type { BundleLine } from '../../src/article/answers.ts';
import type { Found } from '../../src/screens/archive/view.tsx';
import { popupStates, related } from './popup-states.ts';

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
const skipped = Array.from({ length: 14 }, (_, i) => ({
  path: i === 0 ? 'kapot.md' : `_posts/2019-${i}-1-een_bericht_met_een_lange_naam_over_de_dijk_bij_oosterveen_en_het_waterschap_${i}.md`,
  reason: (['empty', 'no-front-matter', 'front-matter-broken'] as const)[i % 3] ?? 'empty',
  detail: i % 3 === 2 ? 'regel 2: can not read a block mapping entry' : '',
}));
const remarks = [
  { path: '_posts/2019-1-1-podcast.md', remark: 'no-link' as const },
  { path: '_posts/2019-1-2-podcast.md', remark: 'no-date' as const },
];
const bundles: BundleLine[] = [
  {
    name: 'leestmeer',
    imported: Date.parse('2026-01-02T10:00Z'),
    posts: 118_198,
    articles: 117_402,
    bytes: 210_000_000,
    range: { from: Date.parse('2018-01-01T12:00Z'), to: Date.parse('2019-12-31T12:00Z') },
    meaning: 'words',
    damaged: 0,
  },
  {
    name: 'een-archief-met-een-naam-die-langer-is-dan-de-bladzijde-breed-kan-zijn-op-een-telefoon (2)',
    imported: 0,
    posts: 1,
    articles: 1,
    bytes: 900,
    range: null,
    meaning: 'unknown',
    damaged: 1,
  },
];

export interface OptionsState {
  bundles: BundleLine[] | null;
  running: ImportState | null;
  ended: ImportState[];
  over?: boolean;
}

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
const ended = (...states: ImportState[]): OptionsState => ({ bundles, running: null, ended: states });

/** The options page in every state. */
export const optionsStates: Record<string, OptionsState> = {
  fresh: { bundles: [], running: null, ended: [] },
  hover: { bundles: [], running: null, ended: [], over: true },
  opening: { bundles: [], running: { phase: 'opening' }, ended: [] },
  waiting: { bundles, running: { phase: 'waiting' }, ended: [] },
  progress: { bundles, running: reading, ended: [] },
  done: ended({ phase: 'done', report: report({ counts: { ...counts, skipped: 0 } }) }),
  'done-skipped': ended({ phase: 'done', report: report({ kind: 'apart', bundle: 'leestmeer (2)', skipped, remarks }) }),
  failed: ended({ phase: 'failed', reason: 'not-a-bundle', detail: 'foto.png', space: null, report: reportOf(null) }),
  'failed-full': ended({
    phase: 'failed',
    reason: 'disk-full',
    detail: '',
    space: { used: 9_100_000, available: 900_000, bundle: 31_200_000 },
    report: reportOf(null),
  }),
  cancelled: ended({ phase: 'cancelled', report: reportOf(null) }),
};

/** An archived body that tries what a page should not. */
const HOSTILE = [
  '<p onclick="alert(1)" style="background:url(https://x.nl/a)" class="x" id="y" data-z="1" aria-label="q">een</p>',
  '<script>alert(1)</script><style>p{}</style><iframe src="https://x.nl"></iframe><form action="https://x.nl"></form>',
  '<p>twee<img src="http://feeds.feedburner.com/~r/x" height="1" width="1"></p>',
  '<a href="javascript:alert(1)">drie</a><a href="data:text/html,x">vier</a><a href="https://nos.nl/l/1">vijf</a>',
  '<img src="https://nos.nl/b.jpg" onerror="alert(1)" alt="De dijk">',
  '<table><tbody><tr><td colspan="2" onmouseover="alert(1)">zes</td></tr></tbody></table>',
].join('');

const shown: ArchivedArticle['shown'] = {
  ...popupStates.archived.version,
  picture: 'https://nos.nl/a.jpg',
  html: `<p>Het waterschap begint in het voorjaar met de <b>versterking</b> van vier kilometer <a href="https://nos.nl/l/1">dijk</a>.</p>
    <h2>Storm van 2006</h2><p>“We hebben lang gewacht.”</p><img src="https://nos.nl/b.jpg" alt="De dijk"><img src="https://x.nl/p" height="1">
    <ul><li>vier kilometer</li><li>drie jaar</li></ul><blockquote>Een citaat.</blockquote>
    <table><tr><th>Jaar</th><td>2019</td></tr></table><p>${'zonderspaties'.repeat(40)}</p><script>alert(1)</script>`,
};
const article: ArchivedArticle = { article: 'nos:9000001', shown, versions: popupStates.archived.versions, related };

/** The archive page in every state. */
export const archiveStates: Record<string, Found> = {
  article,
  'one-version': { ...article, versions: article.versions.slice(2), shown: { ...shown, picture: null, link: null } },
  'many-versions': { ...article, versions: popupStates['archived-200-versions'].versions },
  bare: { ...article, versions: [], related: [], shown: { ...shown, ...popupStates['archived-bare'].version, html: '' } },
  hostile: { ...article, shown: { ...shown, html: HOSTILE } },
  absent: 'absent',
  unasked: 'unasked',
  error: new Error('InvalidStateError: A mutation operation was attempted on a database.'),
  loading: 'loading',
};
