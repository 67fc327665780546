import type { ChangedArticle } from '../../src/archive/lookup/recent-changes.ts';

const NOON = Date.parse('2026-01-02T11:00Z');
const changed = (key: string, publisher: string | null, ...titles: string[]): ChangedArticle => ({
  key,
  title: titles.at(-1) ?? '',
  publisher,
  versions: titles.map((title, i) => ({ id: `v${i}`, title, date: NOON + i * 3_600_000 })),
});

export const changedStates: Record<string, { found: readonly ChangedArticle[] | Error | null }> = {
  loading: { found: null },
  none: { found: [] },
  error: { found: new Error('The disk can’t be read.') },
  some: {
    found: [
      changed('nos:1', 'NOS', 'Dijk bij Oosterveen dicht na dertien dagen', 'Dijk bij Oosterveen dicht na twaalf dagen'),
      changed('nos:2', 'NOS', 'Waterschap versterkt duinen', 'Waterschap versterkt duinen', 'Waterschap versterkt duinen'),
      changed('url:krant.example/a', null, 'x'.repeat(400), `${'Een heel lange kop over de dijk '.repeat(12)}`),
    ],
  },
};
