import type { VersionLine } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { articleAddress } from '../../article/pages.ts';
import type { Texts } from '../shared/texts.ts';
import { hasUnknownOrder, isOrderKnown, versionNames } from '../shared/version-names.ts';

/** This many stand side by side in the width of the popup. */
const ABREAST = 3;

/** An article's versions in time: a few from left to right, more from the newest down. */
export function Versions({ article, versions, texts }: { article: ArticleKey; versions: readonly VersionLine[]; texts: Texts }) {
  const steps = versions.map((version, i) => ({ version, change: changeOf(version, versions[i - 1], versions[i + 1]) }));
  const abreast = steps.length <= ABREAST;
  const oneYear = new Set(versions.map(({ date }) => date && texts.year(date))).size === 1;
  const names = versionNames(versions, texts, oneYear ? [texts.dayOfYearAndTime, texts.dayOfYearAndSeconds] : undefined);
  return (
    <section data-part="versions">
      <h2 class="label">{texts.plural('versions', versions.length)}</h2>
      <ol class={abreast ? 'abreast' : 'downward'} reversed={!abreast}>
        {(abreast ? steps : steps.toReversed()).map(({ version, change }) => (
          <li key={version.id}>
            <a href={articleAddress(article, version.id)} target="_blank" rel="noopener" title={version.title}>
              <b>{names.get(version.id)?.when}</b> <small>{texts.text(change)}</small>
            </a>
          </li>
        ))}
      </ol>
      {hasUnknownOrder(versions) && <p class="soft">{texts.text('orderUnknown')}</p>}
    </section>
  );
}

type Change = 'firstVersion' | 'newText' | 'newTitle' | 'otherText' | 'otherTitle';

/** What a version brought; where no date says that it came after another one, how it differs from that. */
function changeOf(version: VersionLine, before?: VersionLine, after?: VersionLine): Change {
  const hasTitleOf = ({ title }: VersionLine) => title === version.title;
  if (before && isOrderKnown(before, version)) return hasTitleOf(before) ? 'newText' : 'newTitle';
  const other = before ?? (after && !isOrderKnown(version, after) ? after : null);
  return !other ? 'firstVersion' : hasTitleOf(other) ? 'otherText' : 'otherTitle';
}
