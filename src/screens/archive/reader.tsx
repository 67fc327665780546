import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArchivedArticle } from '../../archive/lookup/lookup.ts';
import { Counts } from '../shared/counts.tsx';
import { Icon } from '../shared/icon.tsx';
import { articleAddress, RelatedList } from '../shared/related-list.tsx';
import { safeFragment } from '../shared/safe-html.ts';
import type { Texts } from '../shared/texts.ts';

/** An archived text, its versions, and what is related. */
export function Reader({ article, shown, versions, related, texts }: ArchivedArticle & { texts: Texts }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    body.current?.replaceChildren(safeFragment(shown.html, texts.text('pictureNotLoaded')));
    document.title = `${shown.title} · Terugblik`;
  }, [shown, texts]);
  return (
    <>
      <article data-part="article">
        <p class="when soft">
          {[texts.dayAndTime(shown.date), shown.publisher, shown.category].filter(Boolean).join(' · ')}
          {shown.link && (
            <a href={shown.link} target="_blank" rel="noopener noreferrer">
              {texts.text('original')}
              <Icon name="away" size={14} />
            </a>
          )}
        </p>
        <h1 data-part="title" dir="auto">
          {shown.title}
        </h1>
        {versions.length > 1 && (
          <nav data-part="versions" aria-label={texts.plural('versions', versions.length)}>
            <ul>
              {versions.map((one) => (
                <li key={one.id}>
                  <a href={articleAddress(article, one.id)} title={one.title} aria-current={one.id === shown.id ? 'page' : undefined}>
                    {texts.dayAndTime(one.date)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {shown.picture && (
          <p class="picture">
            <Icon name="picture" />
            {texts.text('pictureNotLoaded')}
          </p>
        )}
        <div class="body" ref={body} lang="nl" dir="auto" />
        <div data-part="stats">
          <Counts counts={shown.counts} texts={texts} />
        </div>
      </article>
      <RelatedList items={related} about={shown.date} texts={texts} />
    </>
  );
}
