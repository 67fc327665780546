import type { ChangedArticle, RecentChanges } from '../../archive/lookup/recent-changes.ts';
import type { VersionLine } from '../../article/answers.ts';
import { articleAddress } from '../../article/pages.ts';
import { Header } from '../shared/header.tsx';
import { Failure, Notice } from '../shared/notice.tsx';
import { PageLinks } from '../shared/page-links.tsx';
import type { Texts } from '../shared/texts.ts';
import { isOrderKnown } from '../shared/version-names.ts';

interface Props {
  /** Null while they are looked up. */
  found: RecentChanges | Error | null;
  texts: Texts;
  onMore(): void;
}

/** The articles that changed, in every state: each with its versions, and the way to what changed. */
export function ChangedView({ found, texts, onMore }: Props) {
  return (
    <>
      <Header texts={texts} settings="here">
        <PageLinks here="changes" texts={texts} />
      </Header>
      <main class="page" data-state={found === null ? 'loading' : 'ready'}>
        <Content found={found} texts={texts} onMore={onMore} />
      </main>
    </>
  );
}

function Content({ found, texts, onMore }: Props) {
  if (found instanceof Error) return <Failure detail={found.message} texts={texts} />;
  if (found?.articles.length === 0) {
    return (
      <Notice icon="absent" title={texts.text('changedTitle')}>
        <p>{texts.text('changedNone')}</p>
        <p>
          <a class="button" href="options.html">
            {texts.text('settings')}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <h1>{texts.text('changedTitle')}</h1>
      <p class="intro">{texts.text(found === null ? 'loading' : 'changedIntro')}</p>
      {found && <p class="soft">{texts.plural('articles', found.total)}</p>}
      <ol data-part="changed">
        {found?.articles.map((article) => (
          <Article key={article.key} article={article} texts={texts} />
        ))}
      </ol>
      {found && found.articles.length < found.total && (
        <button type="button" onClick={onMore}>
          {texts.text('more')}
        </button>
      )}
    </>
  );
}

function Article({ article: { key, title, publisher, versions }, texts }: { article: ChangedArticle; texts: Texts }) {
  const [before, now] = versions.slice(-2) as [VersionLine, VersionLine];
  const isRenamed = before.title !== now.title;
  const isBefore = isOrderKnown(before, now);
  return (
    <li>
      <a href={`${articleAddress(key, now.id)}&with=${before.id}`} dir="auto">
        {title}
      </a>
      {isRenamed && (
        <p class="before">
          {texts.text(isBefore ? 'changedWas' : 'changedOther')}{' '}
          {isBefore ? <del dir="auto">{before.title}</del> : <bdi>{before.title}</bdi>}
        </p>
      )}
      <small class="soft">
        {[texts.dayAndTime(now.date), publisher, texts.plural('versions', versions.length)].filter(Boolean).join(' · ')}
      </small>
    </li>
  );
}
