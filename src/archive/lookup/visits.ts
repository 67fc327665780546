import type { Visits } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { connect } from '../store/connection.ts';
import { visitsOf } from '../store/visits.ts';

/** The reader's own visits to an article, or null where none was counted. */
export const ownVisits = async (key: ArticleKey): Promise<Visits | null> => visitsOf(await connect(), key);
