import { postsPerMonth } from '../../archive/lookup/browse.ts';
import { changesBetween, changesSince } from '../../archive/lookup/changes.ts';
import { generation } from '../../archive/lookup/generation.ts';
import { readArticle } from '../../archive/lookup/lookup.ts';
import { meantBy } from '../../archive/lookup/meant.ts';
import { searchInOrder } from '../../archive/lookup/ordered-search.ts';
import { archiveFacets } from '../../archive/lookup/search.ts';

/** What can be asked, each with its answer. */
export const LOOKUPS = {
  article: readArticle,
  search: searchInOrder,
  meant: meantBy,
  months: postsPerMonth,
  facets: archiveFacets,
  between: changesBetween,
  since: changesSince,
  generation,
} as const;
export type LookupName = keyof typeof LOOKUPS;
export type Arguments<Name extends LookupName> = Parameters<(typeof LOOKUPS)[Name]>;
export type AnswerOf<Name extends LookupName> = Awaited<ReturnType<(typeof LOOKUPS)[Name]>>;

export interface LookupRequest {
  id: number;
  name: LookupName;
  given: readonly unknown[];
}

export interface LookupAnswer {
  id: number;
  answer?: unknown;
  /** What went wrong: errors of the browser lose their name on the way. */
  error?: { name: string; message: string };
}

/** The archive's own thread: a question takes up to some hundred milliseconds, in which the page would neither scroll nor take keys. */
addEventListener('message', async ({ data }: MessageEvent<LookupRequest>) => {
  const lookUp = LOOKUPS[data.name] as (...given: readonly unknown[]) => Promise<unknown>;
  const tell = (answer: Omit<LookupAnswer, 'id'>) => postMessage({ id: data.id, ...answer } satisfies LookupAnswer);
  await lookUp(...data.given).then(
    (answer) => tell({ answer }),
    ({ name, message }: Error) => tell({ error: { name, message } }),
  );
});
