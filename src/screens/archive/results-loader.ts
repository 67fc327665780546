import type { SearchAnswer, SearchQuery, SearchResult } from '../../article/answers.ts';
import { nameOf, type Question } from './address.ts';

/** What a search has given so far, page after page. */
export interface Results {
  /** The search that it answers, as `nameOf` tells them apart. */
  of: string;
  pages: SearchResult[][];
  /** Posts that match. */
  total: number;
  next: number | null;
}

const PAGE = 30;
/** Coming back to a page that was loaded anew, no more than these are found again at once. */
const MOST_AT_ONCE = 300;
/** Searches whose results are kept, to come back to. */
const MOST_KEPT = 8;

type Search = (query: SearchQuery) => Promise<SearchAnswer>;

/**
 * Asks one search at a time; of what is asked meanwhile only the last, at once when the one before is done. What was
 * answered to an older question is never shown.
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

  /** @param atLeast so many results there were, where one comes back to a search */
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
      const empty = { of, pages: [], total: 0, next: 0 };
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

  /** Adds the next page, where there is one. */
  async more(): Promise<void> {
    const [turn, question, results] = [this.#turn, this.#question, this.#results];
    if (this.#isAdding || this.#isBusy || !question || !results || results.next === null) return;
    this.#isAdding = true;
    const answer = await this.#added(question, results, PAGE).catch(asError);
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
    for (let offset = results.next; ; ) {
      if (offset === null) return { ...results, next: null };
      const answer = await this.search({ ...question, offset, limit });
      // An article whose versions lie far apart was given before.
      const page = answer.results.filter(({ key }) => !seen.has(key));
      offset = answer.next;
      if (page.length > 0) return { ...results, pages: [...results.pages, page], total: answer.total, next: offset };
    }
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
