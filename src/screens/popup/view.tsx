import { isWatched } from '../../article/addresses.ts';
import type { Context } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { Damaged } from '../shared/damaged.tsx';
import { Header } from '../shared/header.tsx';
import { Failure, Notice } from '../shared/notice.tsx';
import type { Texts } from '../shared/texts.ts';
import type { MayRead } from '../shared/use-may-read.ts';
import { Keep, type KeepAnswer } from './keep.tsx';
import { Related } from './related.tsx';
import { Search } from './search.tsx';
import { VersionView } from './version.tsx';
import { Visited } from './visited.tsx';

interface Props {
  /** Null while it is being looked up. */
  context: Context | null;
  /** The tab that it is about, once that is known. */
  tab: number | null;
  /** Epoch milliseconds. */
  now: number;
  texts: Texts;
  mayRead: MayRead;
  onSearch(text: string): void;
  onRetry(): void;
  onKeep(): Promise<KeepAnswer>;
  /** Words that the article shares with a related one. */
  onWhy(item: ArticleKey): Promise<string[]>;
}

/** The popup in every state. */
export function PopupView(props: Props) {
  const { context, texts, mayRead, onSearch, onKeep } = props;
  const count = context && 'textCount' in context ? context.textCount : 0;
  const article = context && 'article' in context ? context.article : null;
  // The click alone let it be read.
  const isByClick = article !== null && isWatched(new URL(article.address).hostname) && !mayRead.isAllowed;
  const reason = context?.state === 'none' ? { 'data-reason': context.reason } : {};
  return (
    <>
      <Header texts={texts} settings="apart">
        {count > 0 && <Search texts={texts} onSearch={onSearch} />}
      </Header>
      <main data-state={context?.state ?? 'loading'} {...reason} aria-live="polite">
        <Content {...props} />
        {context && 'visits' in context && context.visits && context.state !== 'archived' && (
          <section>
            <Visited visits={context.visits} texts={texts} />
          </section>
        )}
      </main>
      {(count > 0 || article) && (
        <footer>
          {isByClick && (
            <p class="by-click">
              {texts.text('readByClick')}{' '}
              <button type="button" class="quiet" data-action="allow" onClick={mayRead.allow}>
                {texts.text('allow')}
              </button>
            </p>
          )}
          {context && 'damaged' in context && <Damaged count={context.damaged} texts={texts} />}
          {count > 0 && <span>{texts.plural('footer', count)}</span>}
          {article && <Keep key={`${article.key} ${article.notKept}`} notKept={article.notKept} texts={texts} onKeep={onKeep} />}
        </footer>
      )}
    </>
  );
}

function Content({ context, tab, now, texts, mayRead, onRetry, onWhy }: Props) {
  switch (context?.state) {
    case undefined:
      return <h1 class="waiting">{texts.text('loading')}</h1>;
    case 'archived':
      return <VersionView {...context} tab={tab} now={now} texts={texts} onWhy={onWhy} />;
    case 'related':
      return (
        <>
          <section>
            <p class="when">{texts.text('notInArchive')}</p>
            <h1 data-part="title" dir="auto">
              {context.article.title}
            </h1>
          </section>
          <Related items={context.related} about={context.article.published ?? null} texts={texts} onWhy={onWhy} />
        </>
      );
    case 'none':
      return (
        <Notice icon="absent" title={texts.text('noneTitle')}>
          <p>{whyNone(context, texts)}</p>
          {context.textCount > 0 && <p>{texts.text('noneNext')}</p>}
        </Notice>
      );
    case 'no-archive':
      return (
        <Notice icon="folder" title={texts.text('noArchiveTitle')}>
          <p>{texts.text('noArchive')}</p>
          <a class="button primary" href="options.html" target="_blank" rel="noopener">
            {texts.text('chooseArchive')}
          </a>
        </Notice>
      );
    case 'not-article':
      return (
        <Notice icon="article" title={texts.text('notArticleTitle')}>
          <p>{texts.text('notArticle')}</p>
          <a class="button" href="archive.html" target="_blank" rel="noopener">
            {texts.text('searchArchive')}
          </a>
        </Notice>
      );
    case 'permission':
      return (
        <Notice icon="lock" title={texts.text('permissionTitle')}>
          <p>{texts.text('permission')}</p>
          <button type="button" class="primary" onClick={mayRead.allow}>
            {texts.text('allow')}
          </button>
        </Notice>
      );
    case 'error':
      return <Failure detail={context.detail} texts={texts} onRetry={onRetry} />;
  }
}

function whyNone(context: Extract<Context, { state: 'none' }>, texts: Texts): string {
  if (context.article.isGone) return `${texts.text('pageGone')} ${texts.text('noneNoText')}`;
  if (context.article.isTranslated) return texts.text('noneTranslated');
  if (context.reason === 'no-text') return texts.text('noneNoText');
  if (context.reason === 'absent' || !context.range) return texts.text('noneAbsent');
  const [from, to] = [texts.day(context.range.from), texts.day(context.range.to)];
  return from === to ? texts.text('noneOutsideDay', { day: from }) : texts.text('noneOutside', { from, to });
}
