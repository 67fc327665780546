import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { MarkedText, SearchResult } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';
import { type Asked, readingAddress, searchOnly } from './address.ts';
import { Meant } from './meant.tsx';
import { countOf, type Results } from './results-loader.ts';

interface Props {
  asked: Asked;
  results: Results;
  /** The search that may be meant by one that finds hardly anything. */
  meant: string | null;
  texts: Texts;
  onAsk(asked: Asked): void;
  onMore(): void;
}

/** What is found: all of it in one list, of which the browser draws what is seen. */
export function ResultsList({ asked, results, meant, texts, onAsk, onMore }: Props) {
  const base = JSON.stringify(searchOnly(asked));
  return (
    <>
      <div class="found">
        <p role="status">{foundText(results, texts)}</p>
        <select
          aria-label={texts.text('sort')}
          value={results.sort}
          onChange={({ currentTarget }) => onAsk({ ...asked, sort: currentTarget.value === 'date' ? 'date' : 'relevance' })}
        >
          <option value="relevance" disabled={!results.isRankable}>
            {texts.text('byRelevance')}
          </option>
          <option value="date">{texts.text('byDate')}</option>
        </select>
      </div>
      <div role="status">
        <Meant asked={asked} meant={meant} texts={texts} />
      </div>
      {results.isUnsearchable && <p class="soft">{texts.text('nothingToFind')}</p>}
      {results.isApart && <p class="soft">{texts.text('notTogether')}</p>}
      {results.isRelaxed && <p class="soft">{texts.text('withoutCommon')}</p>}
      <ol class="hits" aria-label={texts.text('results')}>
        {results.pages.map((page) => (
          <Page key={page[0]?.key} page={page} base={base} open={openOf(page, asked)} texts={texts} />
        ))}
      </ol>
      {results.next !== null && <More of={results} texts={texts} onMore={onMore} />}
    </>
  );
}

/** Versions of an article are several texts, but one result: who counts the results finds that said. */
function foundText(results: Results, texts: Texts): string {
  const found = texts.plural('found', results.total);
  const articles = countOf(results);
  return results.next === null && articles < results.total ? `${found} · ${texts.plural('articles', articles)}` : found;
}

const openOf = (page: readonly SearchResult[], { article }: Asked) => (page.some(({ key }) => key === article) ? article : null);

interface PageProps {
  page: readonly SearchResult[];
  /** The search without an article, as text: it is another object each time, but the same words. */
  base: string;
  /** The article of this page that is open. */
  open: string | null;
  texts: Texts;
}

/** A page of results; drawn again only when something in it changes, however many there are. */
function Page({ page, base, open, texts }: PageProps) {
  return useMemo(() => {
    const asked = JSON.parse(base) as Asked;
    return (
      <>
        {page.map((one) => (
          <li key={one.key}>
            <a href={readingAddress(asked, one.key)} aria-current={one.key === open ? 'page' : undefined} dir="auto">
              <Marked text={one.title} />
            </a>
            {one.snippet.length > 0 && (
              <p dir="auto">
                <Marked text={one.snippet} />
              </p>
            )}
            <small>{[texts.day(one.date, 'medium'), one.publisher, one.category].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </>
    );
  }, [page, base, open, texts]);
}

function Marked({ text }: { text: MarkedText }) {
  return <>{text.map((part, i) => (part.hit ? <mark key={i}>{part.text}</mark> : part.text))}</>;
}

/** Asks for the next page before its place comes into sight; a button for those who come there first. */
function More({ of, texts, onMore }: { of: Results; texts: Texts; onMore(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  // Observed anew after each page: the button may still be near.
  useEffect(() => {
    if (!button.current || typeof IntersectionObserver === 'undefined') return;
    // The list scrolls in a box of its own or with the page: one margin is of the box, the other of the window.
    const near = { rootMargin: '1200px 0px', scrollMargin: '1200px 0px' };
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onMore(), near);
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [of]);
  return (
    <button type="button" class="more" ref={button} onClick={onMore}>
      {texts.text('more')}
    </button>
  );
}
