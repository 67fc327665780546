import type { PageChanges } from '../../article/answers.ts';
import { isUnchanged } from '../../article/change-counts.ts';
import { changesSinceText } from '../shared/changes-text.ts';
import type { Texts } from '../shared/texts.ts';

interface Props {
  changes: PageChanges;
  /** Where the version that it was compared with is read. */
  address: string;
  /** The tab whose page was compared. */
  tab: number | null;
  texts: Texts;
}

/** What changed on the page since it was archived, in a line that leads to the comparison. */
export function ChangesLine({ changes, address, tab, texts }: Props) {
  const { counts, since } = changes;
  return (
    <p data-part="changes">
      <a
        href={address + (tab === null ? '' : `&tab=${tab}`)}
        target="_blank"
        rel="noopener"
        title={changesSinceText(counts, since, texts)}
        class={isUnchanged(counts) ? 'unchanged' : undefined}
      >
        {changesSinceText(counts, since, texts, 'medium')}
      </a>
    </p>
  );
}
