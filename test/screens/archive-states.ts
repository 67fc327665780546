import type { PostsPerMonth } from '../../src/archive/lookup/browse.ts';
import type { ArchivedArticle } from '../../src/archive/lookup/lookup.ts';
import type { MarkedText, SearchResult, VersionLine } from '../../src/article/answers.ts';
import { changesOf } from '../../src/article/changes.ts';
import type { Asked } from '../../src/screens/archive/address.ts';
import type { ArchiveState, Found } from '../../src/screens/archive/view.tsx';
import { NOTHING_ASKED } from './nothing-asked.ts';
import { popupStates, related } from './popup-states.ts';

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
  html: `<p>Het waterschap begint in het voorjaar met de <b>versterking</b> van vier kilometer <a href="https://nos.nl/l/1">dijk</a>
    bij Oosterveen. De provincie betaalt de helft van de kosten, de andere helft komt van het rijk.</p>
    <h2>Storm van 2006</h2><p>Bewoners drongen er sinds de storm van 2006 op aan. Het dorp werd in die nacht ontruimd. Niemand raakte
    gewond, wel verdronken er schapen. „We hebben lang gewacht”, zegt een van hen.</p>
    <img src="https://nos.nl/b.jpg" alt="De dijk"><img src="https://x.nl/p" height="1">
    <p>De werkzaamheden duren volgens de planning drie jaar.</p>`,
};
/** All that a body may have, and a word that is longer than a line. */
const ODD = `<h2>Storm van 2006</h2><ul><li>vier kilometer</li><li>drie jaar</li></ul><blockquote>Een citaat.</blockquote>
  <table><tr><th>Jaar</th><td>2019</td></tr></table><p>${'zonderspaties'.repeat(40)}</p><script>alert(1)</script>`;
/** As many a Jekyll site has its posts. */
const MARKDOWN = `
De dijk krijgt *klei*:

* in het noorden
* in het zuiden
`;
const article: ArchivedArticle = { article: 'nos:9000001', shown, versions: popupStates.archived.versions, related };

/** `De [dijk] breekt` as pieces, those in brackets found. */
const marked = (text: string): MarkedText =>
  text
    .split(/(\[[^\]]*\])/)
    .filter(Boolean)
    .map((part) => (part.startsWith('[') ? { text: part.slice(1, -1), hit: true } : { text: part, hit: false }));

const day = (text: string) => Date.parse(`${text}T12:00+02:00`);
const hit = (key: string, title: string, date: number | null, publisher: string | null, snippet: string): SearchResult => ({
  key,
  title: marked(title),
  date,
  publisher,
  category: publisher && 'binnenland',
  snippet: marked(snippet),
});
const hits: SearchResult[] = [
  hit(
    'nos:9000001',
    '[Dijk] bij [Oosterveen] krijgt na dertien jaar toch nieuwe bekleding',
    day('2019-09-02'),
    'NOS',
    'Het waterschap begint in het voorjaar met de versterking van vier kilometer [dijk] …',
  ),
  hit(
    'nos:9000004',
    'Storm slaat gat in [dijk] bij [Oosterveen], dorp kort ontruimd',
    day('2018-11-02'),
    'AD',
    '… ruim tweehonderd bewoners sliepen in een sporthal; de [zeedijk] hield op twee plekken …',
  ),
  hit(
    'nos:9000007',
    'Bewoners [Oosterveen] stappen naar rechter om [dijkplan]',
    day('2019-11-08'),
    'Trouw',
    '… het plan voor de [dijk] gaat volgens hen ten koste van zestien tuinen …',
  ),
];
const odd: SearchResult[] = [
  hit(
    'url:a',
    'Een kop van vierhonderd tekens over de dijk. '.repeat(9).slice(0, 400),
    day('1998-02-07'),
    'Een krant met een naam die langer is dan men ooit van een krant zou verwachten',
    'x'.repeat(200),
  ),
  hit(
    'url:b',
    'السد في أوسترفين يحصل على كسوة جديدة بعد ثلاثة عشر عامًا',
    null,
    null,
    'يبدأ مجلس المياه في الربيع بتقوية أربعة كيلومترات من [السد].',
  ),
  hit('url:c', '🌊👩‍🚒🏳️‍🌈 DIJK BREEKT DOOR IN HEEL OOSTERVEEN EN OMSTREKEN <b>&amp;</b>', day('2031-07-01'), 'NOS', ''),
];

const month = (year: number, nth: number) => year * 12 + nth - 1;
const monthsOf = (first: number, counts: readonly number[]): PostsPerMonth => ({
  months: counts.map((posts, i) => ({ month: first + i, posts })).filter(({ posts }) => posts > 0),
  undated: 0,
  total: counts.reduce((sum, posts) => sum + posts, 0),
});
const all = monthsOf(
  month(2017, 1),
  [3, 2, 4, 3, 5, 4, 3, 6, 4, 5, 7, 6, 5, 8, 6, 7, 9, 8, 6, 5, 9, 30, 12, 8, 6, 7, 9, 8, 10, 9, 12, 11, 18, 26, 14, 9].map((n) => n * 400),
);
const found = monthsOf(month(2018, 10), [1, 4, 0, 0, 2, 0, 0, 0, 0, 3, 2, 9, 3]);
const decades: PostsPerMonth = {
  months: [
    [1998, 2, 3],
    [2004, 6, 40],
    [2019, 10, 1],
    [2031, 7, 12],
  ].map(([year = 0, nth = 0, posts = 0]) => ({ month: month(year, nth), posts })),
  undated: 7,
  total: 63,
};
const facets = { publishers: ['AD', 'De Telegraaf', 'NOS', 'Trouw'], categories: ['binnenland', 'buitenland', 'nieuws'] };

const resultsOf = (page: SearchResult[], next: number | null = null, total = page.length) => ({
  of: '',
  pages: page.length > 0 ? [page] : [],
  total,
  next,
  sort: 'relevance' as const,
  isRankable: true,
  isUnsearchable: false,
  isRelaxed: false,
  isApart: false,
});
const usual: ArchiveState = {
  asked: NOTHING_ASKED,
  results: resultsOf(hits),
  meant: null,
  all,
  found: null,
  facets,
  reading: 'unasked',
  pictures: 'ask',
  comparison: null,
  isReady: true,
};
const searched: ArchiveState = {
  ...usual,
  asked: { ...NOTHING_ASKED, text: 'dijk oosterveen' },
  results: resultsOf(hits, 30, 1_237),
  found,
};
const reads = (reading: Found, asked: Partial<Asked> = {}): ArchiveState => ({
  ...searched,
  asked: { ...searched.asked, article: 'nos:9000001', ...asked },
  reading,
});
const changes = changesOf(
  {
    title: shown.title,
    paragraphs: [
      'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen.',
      'Bewoners drongen er sinds de storm van 2006 op aan.',
      'De werkzaamheden duren volgens de planning drie jaar.',
    ],
  },
  {
    title: 'Dijk bij Oosterveen krijgt na veertien jaar nieuwe bekleding',
    paragraphs: [
      'Het waterschap begint in het najaar met de versterking van vier kilometer dijk bij Oosterveen.',
      'De provincie betaalt de helft van de kosten, de andere helft komt van het rijk.',
      'Bewoners drongen er sinds de storm van 2006 op aan.',
      'De werkzaamheden duren volgens de planning twee jaar.',
    ],
  },
);
const empty: PostsPerMonth = { months: [], undated: 0, total: 0 };

const moment = Date.parse('2019-09-06T11:54+02:00');
/** What was imported with no more than a day and a minute: some alike in that, some even in their headlines. */
const alike: VersionLine[] = [
  ...Array.from({ length: 14 }, (_, i) => ({ id: `3.${i}`, title: i < 4 ? 'Dijk bij Oosterveen dicht' : shown.title, date: moment })),
  { id: shown.id, title: shown.title, date: moment + 20_000 },
];

/** The archive page in every state. */
export const archiveStates: Record<string, ArchiveState> = {
  article: reads(article),
  'one-version': reads({ ...article, versions: article.versions.slice(2), shown: { ...shown, picture: null, link: null } }),
  'many-versions': reads({ ...article, versions: popupStates['archived-200-versions'].versions }),
  bare: reads({ ...article, versions: [], related: [], shown: { ...shown, ...popupStates['archived-bare'].version, html: '' } }),
  'long-title': reads({ ...article, shown: { ...shown, title: 'Een kop van vierhonderd tekens over de dijk. '.repeat(9).slice(0, 400) } }),
  'right-to-left': reads({
    ...article,
    shown: { ...shown, title: 'السد في أوسترفين يحصل على كسوة جديدة بعد ثلاثة عشر عامًا', html: '<p>يبدأ مجلس المياه في الربيع.</p>' },
  }),
  'odd-body': reads({ ...article, shown: { ...shown, html: ODD } }),
  markdown: reads({ ...article, shown: { ...shown, html: MARKDOWN } }),
  hostile: reads({ ...article, shown: { ...shown, html: HOSTILE } }),
  changed: { ...reads(article, { tab: 7 }), comparison: { old: article.versions[2] as VersionLine, now: 'page', changes } },
  'same-dates': reads({ ...article, versions: alike }),
  'changed-same-dates': {
    ...reads({ ...article, versions: alike, shown: { ...shown, ...alike[4] } }, { version: '3.4', with: '3.3' }),
    comparison: { old: alike[3] as VersionLine, now: alike[4] as VersionLine, changes },
  },
  'compared-with-none': { ...reads(article, { with: 'zzz' }), comparison: 'gone' },
  'no-page': { ...reads(article, { tab: 7 }), comparison: 'no-page' },
  search: searched,
  narrowed: { ...searched, asked: { ...searched.asked, publisher: 'NOS', category: 'binnenland', from: '2018-10-01', to: '2019-03-31' } },
  month: { ...usual, asked: { ...NOTHING_ASKED, from: '2019-10-01', to: '2019-10-31' } },
  odd: {
    ...usual,
    results: resultsOf(odd),
    all: decades,
    asked: { ...NOTHING_ASKED, publisher: 'Krant die weg is', from: '1998-01-01', to: '2004-12-31' },
  },
  'several-versions': { ...searched, results: resultsOf(hits, null, 7) },
  unsearchable: {
    ...searched,
    asked: { ...searched.asked, text: '🌊' },
    results: { ...resultsOf(hits, 30, 1_237), sort: 'date', isRankable: false, isUnsearchable: true, isRelaxed: false },
    found: null,
  },
  relaxed: {
    ...searched,
    asked: { ...searched.asked, text: 'wanneer wordt de dijk bij Oosterveen hoger' },
    results: { ...resultsOf(hits, 30, 1_237), isRelaxed: true },
  },
  misspelt: {
    ...searched,
    asked: { ...searched.asked, text: 'dijk Oostervene' },
    results: resultsOf([]),
    meant: 'dijk Oosterveen',
    found: empty,
  },
  'misspelt-some': {
    ...searched,
    asked: { ...searched.asked, text: 'dijk Oostervene' },
    results: resultsOf(hits.slice(0, 1)),
    meant: 'dijk Oosterveen',
  },
  apart: {
    ...searched,
    asked: { ...searched.asked, text: 'Oosterveen-Lindhoven' },
    results: { ...resultsOf(hits, 30, 1_237), isApart: true },
  },
  'nothing-long': { ...searched, asked: { ...searched.asked, text: 'dijk '.repeat(1000) }, results: resultsOf([]), found: empty },
  nothing: { ...searched, results: resultsOf([]), found: empty },
  'nothing-narrowed': {
    ...searched,
    asked: { ...searched.asked, text: '"oude dijk"', publisher: 'NOS' },
    results: resultsOf([]),
    found: empty,
  },
  'no-archive': { ...usual, results: resultsOf([]), all: empty },
  absent: reads('absent'),
  'absent-damaged': { ...reads('absent'), all: { ...empty, damaged: 1200 } },
  'nothing-damaged': { ...searched, results: resultsOf([]), all: { ...empty, damaged: 1200 }, found: empty },
  unasked: usual,
  error: reads(new Error('UnknownError: Internal error opening backing store for indexedDB.open.')),
  'search-error': { ...searched, results: new Error('UnknownError: Internal error.') },
  loading: {
    ...usual,
    asked: { ...NOTHING_ASKED, article: 'nos:9000001' },
    results: null,
    all: null,
    facets: null,
    reading: 'loading',
    isReady: false,
  },
};
