import { useEffect, useState } from 'preact/hooks';
import { generation } from '../../archive/lookup/generation.ts';
import { type RecentChanges, recentChanges } from '../../archive/lookup/recent-changes.ts';
import type { Texts } from '../shared/texts.ts';
import { useGeneration } from '../shared/use-generation.ts';
import { ChangedView } from './view.tsx';

/** So many more at a time. */
const PAGE = 200;

/** The page of articles that changed, connected to the archive. */
export function Changed({ texts }: { texts: Texts }) {
  const [found, setFound] = useState<RecentChanges | Error | null>(null);
  const [most, setMost] = useState(PAGE);
  const current = useGeneration(generation);
  useEffect(() => {
    document.title = `${texts.text('changedTitle')} · Terugblik`;
  }, [texts]);
  useEffect(() => {
    recentChanges(most).then(setFound, setFound);
  }, [most, current]);
  return <ChangedView found={found} texts={texts} onMore={() => setMost(most + PAGE)} />;
}
