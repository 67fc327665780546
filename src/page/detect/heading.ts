import { textOf, UNSEEN } from './shown.ts';

/** Where texts stand, and where none of an article does. */
export const TEXT = 'main, [role="main"], article';
export const ASIDE = 'nav, footer, aside, dialog, [role="dialog"], [hidden]';

/** The headings among which that of the article is, in the order of the page. */
export function headingsOf(html: Element): Element[] {
  const all = [...html.querySelectorAll('h1')].filter((one) => !one.closest(ASIDE));
  const inside = all.filter((one) => one.closest(TEXT));
  const below = all.filter((one) => !one.closest('header'));
  const seen = (some: Element[]) => some.filter((one) => !one.closest(UNSEEN));
  return [seen(inside), seen(below), inside, below, all].find(({ length }) => length > 0) ?? [];
}

/** The heading of the article, which also tells where the article stands. */
export function headingOf(html: Element): Element | null {
  const all = headingsOf(html);
  return all.find(textOf) ?? all[0] ?? null;
}
