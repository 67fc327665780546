import type { Context } from '../../article/answers.ts';
import { Counts } from '../shared/counts.tsx';
import { Icon } from '../shared/icon.tsx';
import { articleAddress, RelatedList } from '../shared/related-list.tsx';
import type { Texts } from '../shared/texts.ts';
import { Versions } from './versions.tsx';

type Archived = Extract<Context, { state: 'archived' }>;

/** An archived article: its newest version, numbers, versions and what is related. */
export function VersionView({ article, version, versions, related, texts }: Archived & { texts: Texts }) {
  return (
    <>
      <section>
        <p class="when">
          <b>{texts.text('inArchive')}</b> · {texts.day(version.date)}
          {version.publisher && ` · ${version.publisher}`}
        </p>
        <h1 data-part="title" dir="auto">
          {version.title}
        </h1>
        {version.picture && (
          <p class="picture">
            <Icon name="picture" size={14} />
            {texts.text('pictureNotLoaded')}
          </p>
        )}
        <p class={version.summary ? 'summary' : 'soft'} data-part="summary" dir="auto">
          {version.summary || texts.text('noSummary')}
        </p>
        <a class="more" href={articleAddress(article.key)} target="_blank" rel="noopener">
          {texts.text('read')}
          <Icon name="read" size={14} />
        </a>
      </section>
      <section data-part="stats" aria-label={texts.text('stats')}>
        <Counts counts={version.counts} texts={texts} />
      </section>
      {versions.length > 1 && <Versions article={article.key} versions={versions} texts={texts} />}
      <RelatedList items={related} about={version.date} texts={texts} />
    </>
  );
}
