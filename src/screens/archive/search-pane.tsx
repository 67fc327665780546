import { useMemo } from 'preact/hooks';
import type { PostsPerMonth } from '../../archive/lookup/browse.ts';
import { firstDay, lastDay, type Month, monthSpanned, startOfMonth } from '../../article/calendar.ts';
import { Damaged } from '../shared/damaged.tsx';
import { Icon } from '../shared/icon.tsx';
import { Retry } from '../shared/notice.tsx';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { type Asked, addressOf, isNarrowed, nameOf, questionOf } from './address.ts';
import { neighbours } from './bins.ts';
import { Meant } from './meant.tsx';
import { Months } from './months.tsx';
import { ResultsList } from './results-list.tsx';
import type { Results } from './results-loader.ts';
import { SearchForm } from './search-form.tsx';
import type { Facets } from './use-lookups.ts';

export interface SearchState {
  asked: Asked;
  results: Results | Error | null;
  /** The search that may be meant by one that finds hardly anything. */
  meant: string | null;
  /** All months of the archive, and those of what is found. */
  all: PostsPerMonth | null;
  found: PostsPerMonth | null;
  facets: Facets | null;
}

export interface SearchActions {
  /** A step that one can go back from. */
  onAsk(asked: Asked): void;
  /** A change that is still being typed. */
  onType(asked: Asked): void;
  onMore(): void;
}

type Props = SearchState & SearchActions & { texts: Texts };

/** The search, the months, and what is found. */
export function SearchPane({ asked, results, meant, all, found, facets, texts, onAsk, onType, onMore }: Props) {
  // What stands there answers what was asked before, until the answer comes.
  const isBehind = !(results instanceof Error) && results?.of !== nameOf(questionOf(asked));
  // Not drawn again for each page of results, which would be felt while one scrolls.
  const form = useMemo(
    () => (
      <SearchForm asked={asked} facets={facets} texts={texts} onAsk={onAsk} onType={onType}>
        {all ? (
          <Months
            all={all}
            found={found}
            from={asked.from}
            to={asked.to}
            texts={texts}
            onRange={(from, to) => onAsk({ ...asked, from, to })}
          />
        ) : (
          <div class="months" />
        )}
      </SearchForm>
    ),
    [asked, all, found, facets, texts, onAsk, onType],
  );
  return (
    <>
      {form}
      <MonthPager asked={asked} months={(found ?? all)?.months ?? null} texts={texts} />
      <Damaged count={all?.damaged} texts={texts} />
      <section data-part="results" aria-label={texts.text('results')} aria-busy={isBehind}>
        {results instanceof Error && (
          <div class="nothing">
            <p class="soft" role="alert">
              {texts.text('errorWhat')}
            </p>
            <Technical detail={results.message} texts={texts} />
            <Retry texts={texts} />
          </div>
        )}
        {results && !(results instanceof Error) && results.pages.length === 0 && <NothingFound asked={asked} meant={meant} texts={texts} />}
        {results && !(results instanceof Error) && results.pages.length > 0 && (
          <ResultsList asked={asked} results={results} meant={meant} texts={texts} onAsk={onAsk} onMore={onMore} />
        )}
      </section>
    </>
  );
}

/** Leafing by month, where the dates are those of one; else the way there. Until months are counted, the room for it. */
function MonthPager({ asked, months, texts }: { asked: Asked; months: PostsPerMonth['months'] | null; texts: Texts }) {
  const month = monthSpanned(asked.from, asked.to);
  const newest = months?.at(-1)?.month ?? null;
  const address = (one: Month) => addressOf({ ...asked, from: firstDay(one), to: lastDay(one) });
  const name = (one: Month) => texts.months(startOfMonth(one), startOfMonth(one));
  if (month === null && (asked.from !== null || asked.to !== null)) return null;
  if (months === null) return <p class="leaf" />;
  if (month === null) {
    if (newest === null) return null;
    return (
      <p class="leaf">
        <a href={address(newest)}>{texts.text('browseMonths')}</a>
      </p>
    );
  }
  const { before, after } = neighbours(months, month);
  return (
    <nav class="leaf" data-part="month" aria-label={texts.text('browseMonths')}>
      {before === null ? (
        <span />
      ) : (
        <a href={address(before)} rel="prev">
          <Icon name="previous" />
          {name(before)}
        </a>
      )}
      <strong>{texts.months(startOfMonth(month), startOfMonth(month), 'long')}</strong>
      {after === null ? (
        <span />
      ) : (
        <a href={address(after)} rel="next">
          {name(after)}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}

/** Says that nothing is found, and what may find more. */
function NothingFound({ asked, meant, texts }: { asked: Asked; meant: string | null; texts: Texts }) {
  const wide: Asked = { ...asked, publisher: null, category: null, from: null, to: null };
  const text = asked.text.trim();
  return (
    <div class="nothing" role="status">
      <p>
        <b dir="auto">{text === '' ? texts.text('nothingHere') : texts.text('nothingFound', { text: shortened(text) })}</b>
      </p>
      <Meant asked={asked} meant={meant} texts={texts} />
      {isNarrowed(asked) && (
        <p>
          <a href={addressOf(wide)}>{texts.text('withoutFilters')}</a>
        </p>
      )}
      {text !== '' && <p class="soft">{texts.text(/["“”„«»]/.test(text) ? 'hintPhrase' : 'hintWords')}</p>}
    </div>
  );
}

/** So much of what was typed says which search it was. */
const MOST_ECHOED = 100;
const shortened = (text: string) => (text.length > MOST_ECHOED ? `${[...text].slice(0, MOST_ECHOED).join('')}…` : text);
