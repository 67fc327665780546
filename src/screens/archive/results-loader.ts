import type { OrderedAnswer } from '../../archive/lookup/ordered-search.ts';
import type { SearchQuery, SearchResult } from '../../article/answers.ts';
import { nameOf, type Question } from './address.ts';

/** What a search has given so far, page after page. */
export interface Results extends Pick<OrderedAnswer, 'sort' | 'isRankable' | 'isUnsearchable' | 'isRelaxed' | 'isApart'> {
  /** The search that it answers, as `nameOf` tells them apart. */
  of: string;
  pages: SearchResult[][];
  /** Posts that match. */
  total: number;
  next: number | null;
}

const PAGE = 30;
/** For a reader who comes back to a page that was loaded anew, no more results than this are found again at once. */
const MOST_AT_ONCE = 1000;
/** Searches whose results are kept, to come back to. */
const MOST_KEPT = 8;

type Search = (query: SearchQuery) => Promise<OrderedAnswer>;

/**
 * Asks one search at a time. Of those that come meanwhile only the last is asked, as soon as the one before is done. The answer to
 * an older question is never shown.
 */
export class ResultsLoader {
  #turn = 0;
  #waiting: { question: Question; atLeast: number } | null = null;
  #isBusy = false;
  #isAdding = false;
  #question: Question | null = null;
  #results: Results | null = null;
  readonly #kept = new Map<string, Results>();

  constructor(
    private readonly search: Search,
    private readonly show: (results: Results | Error) => void,
  ) {}

  /** @param atLeast how many results there were, for a reader who comes back to a search */
  async ask(question: Question, atLeast = 0): Promise<void> {
    this.#turn++;
    const kept = atLeast > 0 ? this.#kept.get(nameOf(question)) : undefined;
    if (kept) {
      this.#waiting = null;
      this.#question = question;
      this.#set(kept);
      return;
    }
    this.#waiting = { question, atLeast };
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#take(); next; next = this.#take()) {
      const turn = this.#turn;
      const of = nameOf(next.question);
      const empty = {
        of,
        pages: [],
        total: 0,
        next: 0,
        sort: next.question.sort,
        isRankable: true,
        isUnsearchable: false,
        isRelaxed: false,
        isApart: false,
      };
      const answer = await this.#added(next.question, empty, Math.min(Math.max(PAGE, next.atLeast), MOST_AT_ONCE)).catch(asError);
      if (turn !== this.#turn) continue;
      this.#question = next.question;
      this.#set(answer);
    }
    this.#isBusy = false;
  }

  /** What was found is no longer so. */
  forget(): void {
    this.#kept.clear();
  }

  /** Adds results until there are so many, for a reader who comes back to a search of which fewer are listed. */
  async reach(atLeast: number): Promise<void> {
    if (this.#results && !hasReached(this.#results, atLeast)) await this.more(Math.min(atLeast, MOST_AT_ONCE) - countOf(this.#results));
  }

  /** Adds the next page, where there is one. */
  async more(limit = PAGE): Promise<void> {
    const [turn, question, results] = [this.#turn, this.#question, this.#results];
    if (this.#isAdding || this.#isBusy || !question || !results || results.next === null) return;
    this.#isAdding = true;
    const answer = await this.#added(question, results, limit).catch(asError);
    this.#isAdding = false;
    if (turn === this.#turn) this.#set(answer);
  }

  #take() {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  #set(answer: Results | Error): void {
    this.#results = answer instanceof Error ? null : answer;
    if (this.#results) this.#keep(this.#results);
    this.show(answer);
  }

  #keep(results: Results): void {
    this.#kept.delete(results.of);
    this.#kept.set(results.of, results);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** A page that holds nothing, as its posts have the words of a phrase in another order, is passed over. */
  async #added(question: Question, results: Results, limit: number): Promise<Results> {
    const seen = new Set(results.pages.flat().map(({ key }) => key));
    let added = results;
    while (added.next !== null) {
      const { results: found, generation: _, ...about } = await this.search({ ...question, offset: added.next, limit });
      // An article whose versions lie far apart was given before.
      const page = found.filter(({ key }) => !seen.has(key));
      added = { ...added, ...about };
      if (page.length > 0) return { ...added, pages: [...results.pages, page] };
    }
    return added;
  }
}

/** Whether so many results stand there as stood there before, or as many as are found again at once. */
export const hasReached = (results: Results, atLeast: number): boolean =>
  results.next === null || countOf(results) >= Math.min(atLeast, MOST_AT_ONCE);

/** How many results stand there. */
export const countOf = ({ pages }: Results): number => pages.reduce((sum, page) => sum + page.length, 0);

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
