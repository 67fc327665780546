import { Diff } from '../shared/diff.tsx';
import type { Texts } from '../shared/texts.ts';
import type { Comparison } from './use-comparison.ts';

/** What changed; or why that can't be said, in its place. */
export function Compared({ comparison, texts }: { comparison: Comparison; texts: Texts }) {
  if (typeof comparison === 'object' && !(comparison instanceof Error)) {
    const { old, now, changes } = comparison;
    const names = { old: texts.dayAndTime(old), now: now === 'page' ? texts.text('pageNow') : texts.dayAndTime(now) };
    return <Diff changes={changes} names={names} texts={texts} />;
  }
  return (
    <section data-part="diff" aria-label={texts.text('changesTitle')}>
      <p class="soft" role="status">
        {comparison instanceof Error ? `${texts.text('errorWhat')} (${comparison.message})` : texts.text(REASONS[comparison])}
      </p>
    </section>
  );
}

const REASONS = {
  loading: 'comparing',
  gone: 'compareGone',
  'no-page': 'compareNoPage',
  'other-article': 'compareOther',
} as const;
