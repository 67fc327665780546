// What of the bench runs in Node, as one entry: the scripts are given it built.

export { judgeRelated } from './judge/related.ts';
export { linesOf } from './posts.ts';
export { pickQueries } from './queries.ts';
export { writeYear, yearOf } from './year.ts';
