import type { ArchivedVersion, Context, RelatedItem, Standing, VersionLine } from '../../src/article/answers.ts';
import type { ChangeCounts } from '../../src/article/change-counts.ts';

type Archived = Extract<Context, { state: 'archived' }>;
const day = (text: string) => Date.parse(`${text}+02:00`);

/** A group of posts as bells of lengths are: most in the middle. */
const standing = (among: Standing['among'], name: string, below: number, above: number): Standing => ({
  among,
  name,
  below,
  same: 40,
  above,
  bins: Array.from({ length: 130 }, (_, i) => ({
    from: Math.round(40 * 1.027 ** i),
    count: Math.round(60 * Math.exp(-(((i - 75) / 32) ** 2))),
  })),
});

const version: ArchivedVersion = {
  id: '1.2',
  title: 'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding',
  date: day('2019-09-02T18:05'),
  publisher: 'NOS',
  category: 'binnenland',
  link: 'https://nos.nl/l/9000001',
  picture: null,
  summary:
    'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen. Bewoners drongen er sinds de storm van 2006 op aan. De provincie betaalt de helft van de kosten.',
  counts: { total: 635, unique: 357, meaning: 'words', source: 'archive' },
  standing: [
    standing('category', 'binnenland', 1820, 360),
    standing('month', '2019-09', 702, 158),
    standing('publisher', 'NOS', 6012, 1108),
    standing('all', '', 90_210, 18_020),
  ],
  bundle: 'voorbeeld',
};

const versions: VersionLine[] = [
  { id: '1.0', title: 'Dijk bij Oosterveen krijgt nieuwe bekleding', date: day('2019-09-02T09:05') },
  { id: '1.1', title: version.title, date: day('2019-09-02T12:40') },
  { id: '1.2', title: version.title, date: version.date },
];

const item = (id: number, title: string, date: number | null, ...publishers: string[]): RelatedItem => ({
  key: `nos:${id}`,
  title,
  date,
  publisher: publishers[0] ?? null,
  publishers,
});

/** Related, best first; not in the order of time. */
export const related: RelatedItem[] = [
  item(9000004, 'Storm slaat gat in dijk bij Oosterveen, dorp kort ontruimd', day('2019-09-05T10:00'), 'NOS', 'AD', 'Omroep West'),
  item(9000005, 'Waterschap: versterking van dijken duurt jaren', day('2018-11-02T10:00'), 'Trouw'),
  item(9000006, 'Rechter: versterking dijk Oosterveen mag doorgaan', day('2019-12-14T10:00'), 'Omroep West'),
  item(9000007, 'Bewoners Oosterveen stappen naar rechter om dijkplan', day('2019-09-02T20:00'), 'NOS'),
  item(9000008, 'Graafmachines rijden de dijk bij Oosterveen op', null),
];

const about = {
  generation: 3,
  textCount: 118_198,
  article: { key: 'nos:9000001', address: 'https://nos.nl/l/9000001', title: version.title },
};
const archived: Archived = { state: 'archived', version, versions, related, ...about };
const counts: ChangeCounts = { title: false, same: 9, changed: 0, added: 0, removed: 0, moved: 0, partial: null };
const changes = (changed: Partial<ChangeCounts>) => ({ changes: { since: version.date, counts: { ...counts, ...changed } } });
const range = { from: day('2019-01-01T12:00'), to: day('2019-12-31T12:00') };
const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft en de dijk bij Oosterveen '
  .repeat(4)
  .slice(0, 400);

/** An archived article with parts of it changed. */
const but = (changed: Partial<Archived>, changedVersion: Partial<ArchivedVersion> = {}): Archived => ({
  ...archived,
  ...changed,
  version: { ...version, ...changedVersion },
});

/** The popup in every state, and with data at its limits. */
export const popupStates = {
  archived: but({
    ...changes({ title: true, added: 2 }),
    visits: { times: 3, days: 2, first: day('2019-11-02T10:00'), last: day('2019-11-03T10:00') },
  }),
  'archived-unchanged': but(changes({})),
  'archived-gone': but({ article: { ...about.article, isGone: true } }),
  'archived-in-part': but(changes({ title: true, partial: 'old' })),
  'archived-everything-changed': but(changes({ title: true, changed: 12, added: 40, removed: 1, moved: 3 })),
  'archived-few-posts': but({}, { standing: [standing('category', 'x', 2, 3)].map((one) => ({ ...one, same: 1 })) }),
  'archived-short': but(
    {},
    { counts: { total: 41, unique: 30, meaning: 'words', source: 'archive' }, standing: [standing('all', '', 30, 950)] },
  ),
  'archived-not-the-last': but({ ...changes({}), versions: versions.map((one) => ({ ...one, date: version.date })) }, { id: '1.1' }),
  'archived-either-side': but({}, { standing: [standing('category', 'binnenland', 500, 610), standing('month', '2019-09', 580, 380)] }),
  'archived-1998': but({}, { date: day('1998-02-03T10:00') }),
  'archived-2031': but({}, { date: day('2031-02-03T10:00') }),
  'archived-capitals': but(
    {},
    { title: 'DIJK BIJ OOSTERVEEN KRIJGT NA DERTIEN JAAR NIEUWE BEKLEDING', summary: 'HET WATERSCHAP BEGINT IN HET VOORJAAR.' },
  ),
  'archived-one-word': but(
    {},
    {
      title: 'Dijk',
      summary: 'Dicht.',
      counts: { total: 1, unique: 1, meaning: 'words', source: 'archive' },
      standing: [standing('all', '', 0, 950)],
    },
  ),
  'archived-none-related': but({ related: [] }),
  'archived-one-version': but({ versions: versions.slice(2) }, { picture: 'https://nos.nl/a.jpg' }),
  'archived-two-versions': but({ versions: versions.slice(1) }),
  'archived-one-minute': but({
    versions: ['18:05:03', '18:05:40', '18:05:40'].map((time, i) => ({
      id: `1.${i}`,
      title: version.title,
      date: day(`2019-09-02T${time}`),
    })),
  }),
  'archived-views': but({}, { counts: { total: 12_635, unique: 1, meaning: 'views', source: 'archive' } }),
  'archived-own-count': but({}, { counts: { total: 635, unique: 357, meaning: 'words', source: 'own' } }),
  'archived-unknown-counts': but({}, { counts: { total: 10, unique: 20, meaning: 'unknown', source: 'archive' } }),
  'archived-200-versions': but({
    versions: Array.from({ length: 200 }, (_, i) => ({
      ...versions[0],
      id: `2.${i}`,
      title: `Kop ${i >> 1}`,
      date: day('2019-01-01T06:00') + i * 7e6,
    })),
  } as Partial<Archived>),
  'archived-long-title': but(
    { related: [item(1, long, day('2019-09-02T10:00'), 'Een uitgever met een bijzonder lange naam, Gelderland en omstreken')] },
    { title: long, summary: long.replaceAll(' ', '') },
  ),
  'archived-bare': but(
    {
      related: [],
      versions: [
        { id: '1.0', title: 'A', date: null },
        { id: '1.1', title: 'B', date: null },
      ],
    },
    { title: 'B', date: null, publisher: null, category: null, summary: '', picture: null },
  ),
  'archived-rtl': but(
    { related: [item(1, 'السد في أوسترفين يحصل على كسوة جديدة', day('2019-09-02T10:00'), 'الجزيرة')] },
    {
      title: 'السد في أوسترفين يحصل على كسوة جديدة بعد ثلاثة عشر عامًا',
      summary: 'يبدأ مجلس المياه في الربيع بتقوية أربعة كيلومترات من السد.',
    },
  ),
  'archived-emoji': but({}, { title: '🌊👩‍🚒🏳️‍🌈 Dijk <b>&amp;</b> “storm” 🇳🇱', summary: '🧱'.repeat(120) }),
  related: { state: 'related', related, ...about },
  'related-too-old': { state: 'related', related, ...about, article: { ...about.article, notKept: 'too-old' } },
  'related-dated': { state: 'related', related, ...about, article: { ...about.article, published: day('2019-09-04T10:00') } },
  'none-outside-dates': { state: 'none', reason: 'outside-dates', range, ...about },
  'none-outside-a-day': { state: 'none', reason: 'outside-dates', range: { from: range.from, to: range.from + 3_600_000 }, ...about },
  'none-absent': { state: 'none', reason: 'absent', range, ...about },
  'none-damaged': { state: 'none', reason: 'absent', range, ...about, damaged: 1200 },
  'none-not-kept': {
    state: 'none',
    reason: 'absent',
    range,
    ...about,
    article: { ...about.article, notKept: 'wall' },
    visits: { times: 3, days: 2, first: day('2019-11-02T10:00'), last: day('2019-11-03T10:00') },
  },
  'none-gone': { state: 'none', reason: 'no-text', range, ...about, article: { ...about.article, isGone: true } },
  'none-translated': {
    state: 'none',
    reason: 'no-text',
    range,
    ...about,
    article: { ...about.article, title: '', isTranslated: true, notKept: 'translated' },
  },
  'none-no-text': { state: 'none', reason: 'no-text', range, ...about },
  'no-archive': { state: 'no-archive', ...about, textCount: 0 },
  'no-archive-no-article': { state: 'no-archive' },
  'not-article': { state: 'not-article' },
  permission: { state: 'permission' },
  error: { state: 'error', detail: 'UnknownError: Internal error opening backing store for indexedDB.open.' },
  loading: null,
} satisfies Record<string, Context | null>;
