import type { ImportEnd, Space } from '../../archive/import/progress.ts';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { sizeText } from './size.ts';
import { underscored } from './underscored.ts';

/** Why an import or renewal failed, and what can be done about it. */
export function WhyFailed({ reason, detail, space, report, texts }: Extract<ImportEnd, { phase: 'failed' }> & { texts: Texts }) {
  // Which it is instead of one of ours.
  const format = reason === 'not-a-bundle' ? detail : '';
  const why = () => {
    if (format) return texts.text('fail_packed', { format });
    return texts.text(reason === 'no-posts' && report.counts.skipped > 0 ? 'fail_none_readable' : `fail_${underscored(reason)}`);
  };
  return (
    <>
      <p>{why()}</p>
      {!format && <Technical detail={detail} texts={texts} />}
      {reason === 'disk-full' && space && <p class="soft">{texts.text('space', sizes(space, texts.language))}</p>}
    </>
  );
}

const sizes = (space: Space, language: string) => ({
  used: sizeText(space.used, language),
  available: sizeText(space.available, language),
  bundle: sizeText(space.bundle, language),
});
