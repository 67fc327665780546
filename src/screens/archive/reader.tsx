import { useRef } from 'preact/hooks';
import type { ArchivedArticle } from '../../archive/lookup/lookup.ts';
import { Counts } from '../shared/counts.tsx';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import type { Asked } from './address.ts';
import { CiteButton } from './cite-button.tsx';
import { Compared } from './comparison.tsx';
import { RelatedList } from './related-list.tsx';
import type { Comparison } from './use-comparison.ts';
import { usePictures } from './use-pictures.ts';
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
  const text = useRef<HTMLDivElement>(null);
  const { body, lead, missing, load, onError } = usePictures({
    html: shown.html,
    picture: shown.picture,
    isAlways: pictures === 'always',
    isShown: comparison === null,
    texts,
  });
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
          {!comparison && missing > 0 && (
            <button
              type="button"
              data-action="pictures"
              onClick={() => {
                // This button goes, so the focus is for what it loads.
                text.current?.focus({ preventScroll: true });
                load();
              }}
            >
              <Icon name="picture" />
              {texts.plural('loadPictures', missing)}
            </button>
          )}
        </p>
        {comparison ? (
          <Compared comparison={comparison} versions={versions} texts={texts} />
        ) : (
          <div class="text" ref={text} tabIndex={-1} onErrorCapture={onError}>
            {lead?.isLoaded && <img class="lead" src={lead.address} alt="" loading="lazy" />}
            {lead && !lead.isLoaded && (
              <p class="picture">
                <Icon name="picture" />
                {texts.text(lead.hasFailed ? 'pictureFailed' : 'pictureNotLoaded')}
              </p>
            )}
            <div class="body" ref={body} lang="nl" dir="auto" />
            {shown.html.trim() === '' && !lead && <p class="soft">{texts.text('noSummary')}</p>}
          </div>
        )}
        <div data-part="stats">
          <Counts counts={shown.counts} texts={texts} />
        </div>
      </article>
      <RelatedList items={related} about={shown.date} asked={asked} texts={texts} />
    </>
  );
}
