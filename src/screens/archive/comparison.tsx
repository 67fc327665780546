import type { VersionLine } from '../../article/answers.ts';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { isOrderKnown, versionNames } from '../shared/version-names.ts';
import { Diff } from './diff.tsx';
import type { Comparison } from './use-comparison.ts';

interface Props {
  comparison: Comparison;
  /** All versions of the article, among which those compared are named. */
  versions: readonly VersionLine[];
  texts: Texts;
}

/** What changed; or why that can't be said, in its place. */
export function Compared({ comparison, versions, texts }: Props) {
  if (typeof comparison === 'object' && !(comparison instanceof Error)) {
    const { old, now, changes } = comparison;
    const known = versionNames(versions, texts);
    const nameOf = ({ id, date }: VersionLine) => known.get(id)?.when ?? texts.dayAndTime(date);
    const names = { old: nameOf(old), now: now === 'page' ? texts.text('pageNow') : nameOf(now) };
    return (
      <>
        {now !== 'page' && !isOrderKnown(old, now) && <p class="soft">{texts.text('pairOrderUnknown')}</p>}
        <Diff changes={changes} names={names} texts={texts} />
      </>
    );
  }
  return (
    <section data-part="diff" aria-label={texts.text('changesTitle')}>
      <p class="soft" role="status">
        {texts.text(comparison instanceof Error ? 'errorWhat' : REASONS[comparison])}
      </p>
      {comparison instanceof Error && <Technical detail={comparison.message} texts={texts} />}
    </section>
  );
}

const REASONS = {
  loading: 'comparing',
  gone: 'compareGone',
  'no-page': 'compareNoPage',
  'other-article': 'compareOther',
} as const;
