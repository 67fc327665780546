import type { Context } from '../../article/answers.ts';
import { articleAddress, Counts, RelatedList } from '../shared/related-list.tsx';
import type { Texts } from '../shared/texts.ts';

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
        <h1 data-part="title">{version.title}</h1>
        {version.picture && <p class="picture">{texts.text('pictureNotLoaded')}</p>}
        <p class="summary" data-part="summary">
          {version.summary}
        </p>
        <a class="more" href={articleAddress(article.key)} target="_blank" rel="noopener">
          {texts.text('read')}
        </a>
      </section>
      <section data-part="stats" aria-label={texts.text('stats')}>
        <Counts counts={version.counts} texts={texts} />
      </section>
      {versions.length > 1 && (
        <section data-part="versions">
          <h2 class="label">{texts.plural('versions', versions.length)}</h2>
          <ol class="versions">
            {versions.toReversed().map((one) => (
              <li key={one.id}>
                <a href={articleAddress(article.key, one.id)} target="_blank" rel="noopener">
                  {one.title}
                </a>
                <small>{texts.dayAndTime(one.date)}</small>
              </li>
            ))}
          </ol>
        </section>
      )}
      <RelatedList items={related} texts={texts} />
    </>
  );
}
