import { timeOf } from './facts.ts';
import { leadsTo } from './headline.ts';
import type { Page } from './page.ts';

const MOST_TIMES = 50;

/** The first time that is marked, behind the headline if there is one: of publication, or the one that is introduced as that of a change. */
export function timeIn(root: Element, headline: Element | null, page: Page, isModified: boolean): number | null {
  const all = [...root.querySelectorAll('time[datetime]')].slice(0, MOST_TIMES).filter((one) => leadsTo(one, page) !== false);
  const times = all.filter((one) => isOfChange(one) === isModified);
  const isBehind = (one: Element) => headline && headline.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  return timeOf((times.find(isBehind) ?? times[0])?.getAttribute('datetime'));
}

function isOfChange(time: Element): boolean {
  // An update of a liveblog is called one by its class; its time is that of no change.
  const isSaid = /modif/i.test(time.parentElement?.className ?? '');
  return isSaid || /aangepast|gewijzigd|bijgewerkt|update/i.test(`${time.previousSibling?.textContent} ${time.textContent}`);
}
