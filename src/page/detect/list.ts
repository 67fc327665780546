import type { Block } from './blocks.ts';
import { leadsTo } from './headline.ts';
import type { Page } from './page.ts';
import { lengthOf } from './shown.ts';

/** One or two headings that lead to other articles stand below many an article. */
const LEAST_AWAY = 3;

/** Whether a page shows a list of others: most of its headings, and what stands below these, lead away. */
export function showsList(blocks: readonly Block[], page: Page): boolean {
  const text = { away: 0, own: 0 };
  const headings = { away: 0, own: 0 };
  let below: keyof typeof text = 'own';
  for (const { element, isHeading, lines } of blocks) {
    if (isHeading) below = leadsTo(element, page) === false ? 'away' : 'own';
    (isHeading ? headings : text)[below] += isHeading ? 1 : lengthOf(lines);
  }
  return headings.away >= LEAST_AWAY && headings.away > headings.own && text.away > text.own;
}
