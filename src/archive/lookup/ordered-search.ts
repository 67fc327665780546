import type { SearchAnswer, SearchQuery } from '../../article/answers.ts';
import { parseQuery, type Query } from './query.ts';
import { searchArchive } from './search.ts';

/** A search's answer with what its order is. */
export interface OrderedAnswer extends SearchAnswer {
  sort: SearchQuery['sort'];
  /** Whether results can be in another order than by date. */
  isRankable: boolean;
  /** Whether something was typed of which nothing can be searched for, as with an emoji alone. */
  isUnsearchable: boolean;
}

/** Searches the archive; by date where nothing is sought that a post could have more or less of. */
export async function searchInOrder(asked: SearchQuery): Promise<OrderedAnswer> {
  const query = parseQuery(asked.text);
  const isRankable = hasWords(query);
  const sort = isRankable ? asked.sort : 'date';
  const isUnsearchable = asked.text.trim() !== '' && !isRankable && query.not.length + query.notPhrases.length === 0;
  return { ...(await searchArchive({ ...asked, sort })), sort, isRankable, isUnsearchable };
}

const hasWords = ({ words, phrases, prefix }: Query) => words.length + phrases.length > 0 || prefix !== null;
