import type { ChangesSince } from '../../archive/lookup/changes.ts';
import type { Answer, Visits } from '../../article/answers.ts';
import { barsOf } from '../../article/standing.ts';

/** As many bars as the popup draws. */
const BARS = 24;
/** Of more versions than this the titles are cut, to this many characters. */
const MANY_VERSIONS = 100;
const SHORT_TITLE = 120;

/** An answer as it is kept of a tab: with what changed on its page and the reader's visits, and small, as the store for all tabs is. */
export function fitted<Given extends Answer>(answer: Given, compared: ChangesSince | null, visits: Visits | null = null): Given {
  if (answer.state !== 'archived') return answer;
  const { version, versions } = answer;
  return {
    ...answer,
    version: { ...version, standing: version.standing.map((standing) => ({ ...standing, bins: barsOf(standing.bins, BARS) })) },
    versions: versions.length > MANY_VERSIONS ? versions.map((one) => ({ ...one, title: one.title.slice(0, SHORT_TITLE) })) : versions,
    ...changesIn(compared),
    visits,
  };
}

/** Of a page without text not even its title is known for sure. */
function changesIn(compared: ChangesSince | null) {
  if (!compared) return {};
  const { old, changes } = compared;
  const { partial, same, changed, moved } = changes.counts;
  return partial === 'new' && same + changed + moved === 0 ? {} : { changes: { since: old.date, counts: changes.counts } };
}
