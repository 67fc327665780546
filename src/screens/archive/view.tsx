import type { ArchivedArticle } from '../../archive/lookup/lookup.ts';
import { Header } from '../shared/header.tsx';
import { Notice } from '../shared/notice.tsx';
import type { Texts } from '../shared/texts.ts';
import { Reader } from './reader.tsx';

/** What the page has to show: an article, or why there is none. */
export type Found = ArchivedArticle | 'loading' | 'unasked' | 'absent' | Error;

/** The archive page in every state. */
export function ArchiveView({ found, texts }: { found: Found; texts: Texts }) {
  return (
    <>
      <Header texts={texts} settings="here" />
      <main data-state={found === 'loading' ? 'loading' : 'ready'}>
        <Content found={found} texts={texts} />
      </main>
    </>
  );
}

function Content({ found, texts }: { found: Found; texts: Texts }) {
  if (found === 'loading') return <h1 class="waiting">{texts.text('loading')}</h1>;
  if (found === 'unasked' || found === 'absent') {
    return (
      <Notice icon={found === 'absent' ? 'absent' : 'article'} title={texts.text('archive')}>
        <p>{texts.text(found === 'absent' ? 'articleGone' : 'chooseArticle')}</p>
      </Notice>
    );
  }
  if (found instanceof Error) {
    return (
      <Notice icon="warning" title={texts.text('errorTitle')}>
        <p class="soft">{found.message}</p>
      </Notice>
    );
  }
  return <Reader {...found} texts={texts} />;
}
