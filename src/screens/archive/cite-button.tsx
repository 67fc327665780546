import { useState } from 'preact/hooks';
import type { ArchivedVersion } from '../../article/answers.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { citationOf } from './citation.ts';

/** Copies a reference to a version; where the browser does not let it, shows it to be copied by hand. */
export function CiteButton({ version, texts }: { version: ArchivedVersion; texts: Texts }) {
  const [ended, setEnded] = useState<'copied' | 'refused' | null>(null);
  const citation = citationOf(version, texts);
  const copy = async () => {
    setEnded(
      await navigator.clipboard.writeText(citation).then(
        () => 'copied' as const,
        () => 'refused' as const,
      ),
    );
  };
  return (
    <>
      <button type="button" data-action="cite" onClick={() => void copy()}>
        <Icon name={ended === 'copied' ? 'done' : 'copy'} />
        {texts.text('cite')}
      </button>
      <span role="status" class="soft">
        {ended === 'copied' && texts.text('cited')}
        {ended === 'refused' && <span class="citation">{citation}</span>}
      </span>
    </>
  );
}
