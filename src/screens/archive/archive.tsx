import { useEffect, useState } from 'preact/hooks';
import { readArticle } from '../../archive/lookup/lookup.ts';
import type { Texts } from '../shared/texts.ts';
import { ArchiveView, type Found } from './view.tsx';

interface Props {
  texts: Texts;
  article: string | null;
  version: string | null;
}

/** The archive page, connected to the archive: reads the asked article and shows it. */
export function Archive({ texts, article, version }: Props) {
  const [found, setFound] = useState<Found>('loading');
  useEffect(() => {
    if (article === null) setFound('unasked');
    else readArticle(article, version).then((one) => setFound(one ?? 'absent'), setFound);
  }, [article, version]);
  return <ArchiveView found={found} texts={texts} />;
}
