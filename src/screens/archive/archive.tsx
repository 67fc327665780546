import { useEffect, useState } from 'preact/hooks';
import { type ArchivedArticle, readArticle } from '../../archive/lookup/lookup.ts';
import type { Texts } from '../shared/texts.ts';
import { Reader } from './reader.tsx';

interface Props {
  texts: Texts;
  article: string | null;
  version: string | null;
}

/** The archive page: reads the asked article and shows it. */
export function Archive({ texts, article, version }: Props) {
  const [found, setFound] = useState<ArchivedArticle | 'loading' | 'absent' | Error>('loading');
  useEffect(() => {
    if (article === null) setFound('absent');
    else readArticle(article, version).then((one) => setFound(one ?? 'absent'), setFound);
  }, [article, version]);
  return (
    <>
      <header>
        <span class="mark">Terugblik</span>
        <a href="options.html">{texts.text('settings')}</a>
      </header>
      <main data-state={found === 'loading' ? 'loading' : 'ready'}>
        {found === 'absent' && <p class="soft">{texts.text(article === null ? 'chooseArticle' : 'articleGone')}</p>}
        {found instanceof Error && (
          <p>
            {texts.text('errorTitle')}: {found.message}
          </p>
        )}
        {typeof found === 'object' && !(found instanceof Error) && <Reader {...found} texts={texts} />}
      </main>
    </>
  );
}
