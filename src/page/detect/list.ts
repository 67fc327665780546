import type { Block } from './blocks.ts';
import { leadsTo } from './headline.ts';
import type { Page } from './page.ts';
import { lengthOf } from './shown.ts';

/** One or two headings that lead to other articles stand below many an article. */
const LEAST_AWAY = 3;
/** So much a list tells of what it is about. */
const MOST_INTRODUCTION = 400;

/** Whether a page shows a list of others: most of its headings lead away, and so does what there is to read, but for an introduction. */
export function showsList(blocks: readonly Block[], page: Page): boolean {
  const isAway = ({ element, isHeading }: Block) => isHeading && leadsTo(element, page) === false;
  const away = blocks.filter(isAway).length;
  if (away < LEAST_AWAY || away * 2 <= blocks.filter(({ isHeading }) => isHeading).length) return false;
  const first = blocks.findIndex(isAway);
  const textOf = (some: readonly Block[]) => lengthOf(some.flatMap(({ isHeading, lines }) => (isHeading ? [] : lines)));
  const introduction = textOf(blocks.slice(0, first));
  return introduction < MOST_INTRODUCTION && introduction < textOf(blocks.slice(first));
}
