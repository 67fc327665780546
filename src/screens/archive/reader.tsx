import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArchivedArticle } from '../../archive/lookup/lookup.ts';
import { Counts } from '../shared/counts.tsx';
import { Icon } from '../shared/icon.tsx';
import { RelatedList } from '../shared/related-list.tsx';
import { pictureAddress, safeFragment } from '../shared/safe-html.ts';
import type { Texts } from '../shared/texts.ts';
import { type Asked, readingAddress } from './address.ts';
import { CiteButton } from './cite-button.tsx';
import { Compared } from './comparison.tsx';
import type { Comparison } from './use-comparison.ts';
import { CompareWith, Versions } from './versions.tsx';

interface Props extends ArchivedArticle {
  asked: Asked;
  /** Whether pictures are loaded without being asked for. */
  pictures: 'ask' | 'always';
  /** What changed, where that is asked for: it stands in place of the text. */
  comparison: Comparison | null;
  texts: Texts;
  onAsk(asked: Asked): void;
}

/** An archived text as it was, its versions, and what is related. */
export function Reader({ article, shown, versions, related, asked, pictures, comparison, texts, onAsk }: Props) {
  const [isLoaded, setLoaded] = useState(pictures === 'always');
  const picture = pictureAddress(shown.picture);
  const { body, inBody } = useBody(shown.html, isLoaded, comparison === null, texts);
  const count = inBody + (picture ? 1 : 0);
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
        <h1 data-part="title" dir="auto" tabIndex={-1}>
          {shown.title}
        </h1>
        <Versions article={article} shown={shown} versions={versions} asked={asked} texts={texts} />
        <p class="actions">
          <CompareWith article={article} shown={shown} versions={versions} asked={asked} texts={texts} onAsk={onAsk} />
          <CiteButton version={shown} texts={texts} />
          {!comparison && !isLoaded && count > 0 && (
            <button type="button" data-action="pictures" onClick={() => setLoaded(true)}>
              <Icon name="picture" />
              {texts.plural('loadPictures', count)}
            </button>
          )}
        </p>
        {comparison ? (
          <Compared comparison={comparison} texts={texts} />
        ) : (
          <>
            {picture && isLoaded && <img class="lead" src={picture} alt="" loading="lazy" />}
            {picture && !isLoaded && (
              <p class="picture">
                <Icon name="picture" />
                {texts.text('pictureNotLoaded')}
              </p>
            )}
            <div class="body" ref={body} lang="nl" dir="auto" />
            {shown.html.trim() === '' && !picture && <p class="soft">{texts.text('noSummary')}</p>}
          </>
        )}
        <div data-part="stats">
          <Counts counts={shown.counts} texts={texts} />
        </div>
      </article>
      <RelatedList items={related} about={shown.date} texts={texts} address={(key) => readingAddress(asked, key)} />
    </>
  );
}

/** Draws the archived text, with its pictures once they are asked for. @returns where, and how many pictures it has */
function useBody(html: string, isLoaded: boolean, isShown: boolean, texts: Texts) {
  const body = useRef<HTMLDivElement>(null);
  const [inBody, setInBody] = useState(0);
  useLayoutEffect(() => {
    if (!isShown) return;
    const fragment = safeFragment(html, texts.text('pictureNotLoaded'), isLoaded ? 'loaded' : 'as-text');
    setInBody(fragment.querySelectorAll('.picture, img').length);
    body.current?.replaceChildren(fragment);
  }, [html, isLoaded, isShown, texts]);
  return { body, inBody };
}
