import type { ChangedArticle, RecentChanges } from '../../src/archive/lookup/recent-changes.ts';

const NOON = Date.parse('2026-01-02T11:00Z');
const HOUR = 3_600_000;
/** Its versions came an hour after one another, the last so many hours before noon. */
const changed = (key: string, publisher: string | null, hours: number, ...titles: string[]): ChangedArticle => ({
  key,
  title: titles.at(-1) ?? '',
  publisher,
  versions: titles.map((title, i) => ({ id: `v${i}`, title, date: NOON - (hours + titles.length - 1 - i) * HOUR })),
});

const some = [
  changed('nos:1', 'NOS', 0.4, 'Dijk bij Oosterveen dicht na dertien dagen', 'Dijk bij Oosterveen dicht na twaalf dagen'),
  changed('nos:2', 'NOS', 2.7, 'Waterschap versterkt duinen', 'Waterschap versterkt duinen', 'Waterschap versterkt duinen'),
  changed(
    'url:krant.example/a',
    'Streekblad',
    19,
    'Bewoners wachten op de provincie',
    'Bewoners Oosterveen krijgen antwoord van de provincie',
  ),
  changed('nos:4', 'NOS', 26.2, 'Tineke Bosma derde in Ronde van het Veen', 'Tineke Bosma tweede in Ronde van het Veen'),
];
const long = changed('url:krant.example/b', null, 0, 'x'.repeat(400), 'Een heel lange kop over de dijk '.repeat(12));
const ofOneDate = changed('nos:3', 'NOS', 0, 'Dijk houdt stand', 'Dijk houdt het');

export type ChangedState = { found: RecentChanges | Error | null };
export const changedStates: Record<string, ChangedState> = {
  loading: { found: null },
  none: { found: { articles: [], total: 0 } },
  error: { found: new Error('The disk can’t be read.') },
  some: { found: { articles: some, total: 4 } },
  long: { found: { articles: [long], total: 1 } },
  more: { found: { articles: some, total: 2_780 } },
  'same-dates': {
    found: { articles: [{ ...ofOneDate, versions: ofOneDate.versions.map((one) => ({ ...one, date: NOON })) }], total: 1 },
  },
};
