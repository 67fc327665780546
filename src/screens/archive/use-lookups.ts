import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PostsPerMonth } from '../../archive/lookup/browse.ts';
import { isNarrowed, nameOf, type Question } from './address.ts';
import type { AnswerOf } from './lookup-worker.ts';
import { lookUp } from './lookups.ts';
import { type Results, ResultsLoader } from './results-loader.ts';
import type { Found } from './view.tsx';

export type Facets = AnswerOf<'facets'>;

/** The article that is asked for, and whether it is the one that stands there: until another is read the one before stays. */
export function useArticle(article: string | null, version: string | null, generation: number): { reading: Found; isSettled: boolean } {
  const [found, setFound] = useState<{ of: string | null; reading: Found }>({ of: null, reading: 'loading' });
  const name = JSON.stringify([article, version]);
  useEffect(() => {
    let isAsked = true;
    const show = (reading: Found) => isAsked && setFound({ of: name, reading });
    if (article === null) show('unasked');
    else lookUp('article', article, version).then((one) => show(one ?? 'absent'), show);
    return () => {
      isAsked = false;
    };
  }, [name, generation]);
  if (article === null) return { reading: 'unasked', isSettled: true };
  return { reading: found.reading === 'unasked' ? 'loading' : found.reading, isSettled: found.of === name };
}

/** What a search finds, and a way to get more of it. Null until there is a first answer. */
export function useResults(question: Question, atLeast: number, generation: number, isReady: boolean) {
  const [results, setResults] = useState<Results | Error | null>(null);
  const loader = useMemo(() => new ResultsLoader((query) => lookUp('search', query), setResults), []);
  const name = nameOf(question);
  useEffect(() => loader.forget(), [generation]);
  // A name says all of its question; a place alone asks nothing.
  useEffect(() => {
    if (isReady) void loader.ask(question, atLeast);
  }, [name, generation, isReady]);
  // Coming back to where more stood there than stands there now.
  useEffect(() => {
    if (results && !(results instanceof Error) && results.of === name) void loader.reach(atLeast);
  }, [results, name, atLeast]);
  return { results, more: () => void loader.more() };
}

/** So few posts are hardly anything. */
const HARDLY = 3;
/** What was meant is asked when the reader has stopped typing: half a word is nearly always one that is not there. */
const STOPPED = 500;

/** What a search that finds hardly anything may have meant, or null. */
export function useMeant(question: Question, results: Results | Error | null, generation: number): string | null {
  const [meant, setMeant] = useState<{ of: string; text: string | null } | null>(null);
  const name = nameOf(question);
  const isPoor = results !== null && !(results instanceof Error) && results.of === name && results.total <= HARDLY;
  const { text, publisher, category } = question;
  useEffect(() => {
    if (!isPoor || text.trim() === '') return;
    let isAsked = true;
    const timer = setTimeout(() => {
      // The search itself says what is wrong.
      lookUp('meant', { text, publisher, category }).then(
        (one) => isAsked && setMeant({ of: name, text: one }),
        () => undefined,
      );
    }, STOPPED);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [name, generation, isPoor]);
  return isPoor && meant?.of === name ? meant.text : null;
}

/** Months are counted when the reader pauses: results come first. */
const PAUSE = 120;

/** The months of all posts, of those that a search finds, and what can be filtered by. */
export function useMonths({ text, publisher, category }: Question, generation: number, isReady: boolean) {
  const [all, setAll] = useState<PostsPerMonth | null>(null);
  const [found, setFound] = useState<PostsPerMonth | null>(null);
  const [facets, setFacets] = useState<Facets | null>(null);
  useEffect(() => {
    if (!isReady) return;
    // A page without its months is whole but for these; what is wrong the search says.
    lookUp('months', { text: '', publisher: null, category: null }).then(setAll, () => undefined);
    lookUp('facets').then(setFacets, () => undefined);
  }, [generation, isReady]);
  useEffect(() => {
    if (text.trim() === '' && !isNarrowed({ publisher, category, from: null, to: null })) return setFound(null);
    let isAsked = true;
    const timer = setTimeout(() => {
      lookUp('months', { text, publisher, category }).then(
        (months) => isAsked && setFound(months),
        () => undefined,
      );
    }, PAUSE);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [text, publisher, category, generation]);
  return { all, found, facets };
}
