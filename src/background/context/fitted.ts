import type { Answer, Visits } from '../../article/answers.ts';
import { barsOf } from '../../article/standing.ts';

/** As many bars as the popup draws. */
const BARS = 24;
/** Of more versions than this the titles are cut, to this many characters. */
const MANY_VERSIONS = 100;
const SHORT_TITLE = 120;

/** An answer as it is kept of a tab: with the reader's visits, and small, as the store for all tabs is. */
export function fitted<Given extends Answer>(answer: Given, visits: Visits | null): Given {
  if (answer.state !== 'archived') return { ...answer, visits };
  const { version, versions } = answer;
  return {
    ...answer,
    version: { ...version, standing: version.standing.map((standing) => ({ ...standing, bins: barsOf(standing.bins, BARS) })) },
    versions: versions.length > MANY_VERSIONS ? versions.map((one) => ({ ...one, title: one.title.slice(0, SHORT_TITLE) })) : versions,
    visits,
  };
}
