import { useEffect, useState } from 'preact/hooks';
import { type ChangedArticle, recentChanges } from '../../archive/lookup/recent-changes.ts';
import type { Texts } from '../shared/texts.ts';
import { ChangedView } from './view.tsx';

/** More than anybody goes through. */
const MOST = 200;

/** The page of articles that changed, connected to the archive. */
export function Changed({ texts }: { texts: Texts }) {
  const [found, setFound] = useState<readonly ChangedArticle[] | Error | null>(null);
  useEffect(() => {
    document.title = `${texts.text('changedTitle')} · Terugblik`;
    recentChanges(MOST).then(setFound, setFound);
  }, [texts]);
  return <ChangedView found={found} texts={texts} />;
}
