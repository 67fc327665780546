import type { ComponentChildren } from 'preact';
import type { Context } from '../../article/answers.ts';
import { RelatedList } from '../shared/related-list.tsx';
import type { Texts } from '../shared/texts.ts';
import { VersionView } from './version.tsx';

interface Props {
  /** Null while it is being looked up. */
  context: Context | null;
  texts: Texts;
  onAllow(): void;
  onRetry(): void;
}

/** The popup in every state. */
export function PopupView({ context, texts, onAllow, onRetry }: Props) {
  const posts = context && 'posts' in context ? context.posts : 0;
  const reason = context?.state === 'none' ? { 'data-reason': context.reason } : {};
  return (
    <>
      <header>
        <span class="mark">Terugblik</span>
        <a href="options.html" target="_blank" rel="noopener">
          {texts.text('settings')}
        </a>
      </header>
      <main data-state={context?.state ?? 'loading'} {...reason} aria-live="polite">
        <Content context={context} texts={texts} onAllow={onAllow} onRetry={onRetry} />
      </main>
      {posts > 0 && <footer>{texts.plural('footer', posts)}</footer>}
    </>
  );
}

function Content({ context, texts, onAllow, onRetry }: Props) {
  switch (context?.state) {
    case undefined:
      return <p class="notice soft">{texts.text('loading')}</p>;
    case 'archived':
      return <VersionView {...context} texts={texts} />;
    case 'related':
      return (
        <>
          <section>
            <p class="when">{texts.text('notInArchive')}</p>
            <h1 data-part="title">{context.article.title}</h1>
            <p class="soft">{texts.text('relatedState')}</p>
          </section>
          <RelatedList items={context.related} texts={texts} />
        </>
      );
    case 'none':
      return (
        <Notice title={texts.text('noneTitle')}>
          <p>{whyNone(context, texts)}</p>
        </Notice>
      );
    case 'no-archive':
      return (
        <Notice title={texts.text('noArchiveTitle')}>
          <p>{texts.text('noArchive')}</p>
          <a class="button" href="options.html" target="_blank" rel="noopener">
            {texts.text('chooseArchive')}
          </a>
        </Notice>
      );
    case 'not-article':
      return (
        <Notice title={texts.text('notArticleTitle')}>
          <p>{texts.text('notArticle')}</p>
        </Notice>
      );
    case 'permission':
      return (
        <Notice title={texts.text('permissionTitle')}>
          <p>{texts.text('permission')}</p>
          <button type="button" onClick={onAllow}>
            {texts.text('allow')}
          </button>
        </Notice>
      );
    case 'error':
      return (
        <Notice title={texts.text('errorTitle')}>
          <p class="soft">{context.detail}</p>
          <button type="button" onClick={onRetry}>
            {texts.text('retry')}
          </button>
        </Notice>
      );
  }
}

function whyNone(context: Extract<Context, { state: 'none' }>, texts: Texts): string {
  if (context.reason === 'no-text') return texts.text('noneNoText');
  if (context.reason === 'absent' || !context.range) return texts.text('noneAbsent');
  return texts.text('noneOutside', { from: texts.day(context.range.from), to: texts.day(context.range.to) });
}

const Notice = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="notice">
    <h1>{title}</h1>
    {children}
  </section>
);
