import type { ArchivedArticle } from '../../archive/lookup/lookup.ts';
import { Damaged } from '../shared/damaged.tsx';
import { Header } from '../shared/header.tsx';
import { Icon } from '../shared/icon.tsx';
import { Failure, Notice } from '../shared/notice.tsx';
import { PageLinks } from '../shared/page-links.tsx';
import type { Texts } from '../shared/texts.ts';
import { addressOf, isNarrowed, searchOnly } from './address.ts';
import { Compared } from './comparison.tsx';
import { Reader } from './reader.tsx';
import { type SearchActions, SearchPane, type SearchState } from './search-pane.tsx';
import { Tips } from './tips.tsx';
import type { Comparison } from './use-comparison.ts';

/** What there is to read: an article, or why there is none. */
export type Found = ArchivedArticle | 'loading' | 'unasked' | 'absent' | Error;

export interface ArchiveState extends SearchState {
  reading: Found;
  pictures: 'ask' | 'always';
  comparison: Comparison | null;
  /** Whether all that the address asks for has been answered once. */
  isReady: boolean;
}

type Props = ArchiveState & SearchActions & { texts: Texts };

/** The archive page in every state: the search beside what is read. */
export function ArchiveView(props: Props) {
  const { reading, isReady, all, texts } = props;
  const isEmpty = all?.total === 0 && !all.damaged && (reading === 'unasked' || reading === 'absent');
  return (
    <>
      <Header texts={texts} settings="here">
        <PageLinks here="archive" texts={texts} />
      </Header>
      <main data-state={isReady ? 'ready' : 'loading'} class={isEmpty ? 'alone' : reading === 'unasked' ? 'search' : 'search reads'}>
        {isEmpty ? <NoArchive texts={texts} /> : <Panes {...props} />}
      </main>
    </>
  );
}

function Panes(props: Props) {
  const { asked, reading, texts } = props;
  const Heading = reading === 'unasked' ? 'h1' : 'h2';
  const hasSearch = asked.text !== '' || isNarrowed(asked);
  return (
    <>
      <section class="list" aria-labelledby="search-heading">
        <Heading id="search-heading" class="unseen" tabIndex={-1}>
          {texts.text('searchArchive')}
        </Heading>
        <SearchPane {...props} />
      </section>
      <div class="reading">
        {reading !== 'unasked' && (
          <p class="back">
            <a href={addressOf(searchOnly(asked))}>
              <Icon name="previous" />
              {texts.text(hasSearch ? 'backToResults' : 'searchArchive')}
            </a>
          </p>
        )}
        <Content {...props} />
      </div>
    </>
  );
}

function Content({ asked, reading, pictures, comparison, all, texts, onAsk }: Props) {
  if (reading === 'loading') return <h1 class="waiting">{texts.text('loading')}</h1>;
  if (reading === 'unasked' && comparison) return <Compared comparison={comparison} versions={[]} texts={texts} />;
  if (reading === 'unasked') return <Tips all={all} texts={texts} />;
  if (reading === 'absent') {
    return (
      <Notice icon="absent" title={texts.text('notInArchive')}>
        <p>{texts.text('articleGone')}</p>
        <Damaged count={all?.damaged} texts={texts} />
      </Notice>
    );
  }
  if (reading instanceof Error) return <Failure detail={reading.message} texts={texts} />;
  return <Reader key={`${reading.article} ${reading.shown.id}`} {...reading} {...{ asked, pictures, comparison, texts, onAsk }} />;
}

function NoArchive({ texts }: { texts: Texts }) {
  return (
    <Notice icon="file" title={texts.text('noArchiveTitle')}>
      <p>{texts.text('nothingToSearch')}</p>
      <p>
        <a class="button primary" href="options.html">
          {texts.text('import')}
        </a>
      </p>
    </Notice>
  );
}
