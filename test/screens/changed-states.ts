import type { ChangedArticle, RecentChanges } from '../../src/archive/lookup/recent-changes.ts';

const NOON = Date.parse('2026-01-02T11:00Z');
const changed = (key: string, publisher: string | null, ...titles: string[]): ChangedArticle => ({
  key,
  title: titles.at(-1) ?? '',
  publisher,
  versions: titles.map((title, i) => ({ id: `v${i}`, title, date: NOON + i * 3_600_000 })),
});

const some = [
  changed('nos:1', 'NOS', 'Dijk bij Oosterveen dicht na dertien dagen', 'Dijk bij Oosterveen dicht na twaalf dagen'),
  changed('nos:2', 'NOS', 'Waterschap versterkt duinen', 'Waterschap versterkt duinen', 'Waterschap versterkt duinen'),
  changed('url:krant.example/a', null, 'x'.repeat(400), `${'Een heel lange kop over de dijk '.repeat(12)}`),
];
const ofOneDate = changed('nos:3', 'NOS', 'Dijk houdt stand', 'Dijk houdt het');

export const changedStates: Record<string, { found: RecentChanges | Error | null }> = {
  loading: { found: null },
  none: { found: { articles: [], total: 0 } },
  error: { found: new Error('The disk can’t be read.') },
  some: { found: { articles: some, total: 3 } },
  more: { found: { articles: some, total: 2_780 } },
  'same-dates': {
    found: { articles: [{ ...ofOneDate, versions: ofOneDate.versions.map((one) => ({ ...one, date: NOON })) }], total: 1 },
  },
};
