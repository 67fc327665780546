import { ASIDE, headingsOf, TEXT } from './heading.ts';
import { isAbout, type Page } from './page.ts';
import { folded, textOf, UNSEEN } from './shown.ts';

const MOST_HEADINGS = 300;

/** What stands before or behind a headline in a title: the name of the site, or of a part of it. */
const BEHIND = /^\s+[|\-–—•·:]\s/;
const BEFORE = /\s[|\-–—•·:]\s+$/;

/** Whether a title is that of the article below a heading, which may have a label like “Live” before it or “Premium” behind it. */
export function isTitleOf(title: string, heading: string): boolean {
  if (heading.endsWith(title) || heading.startsWith(title)) return title.length > heading.length / 2;
  if (title.startsWith(heading)) return BEHIND.test(title.slice(heading.length));
  return title.endsWith(heading) && BEFORE.test(title.slice(0, -heading.length));
}

/** Whether a heading is a link to the page itself rather than to another; null where it is none. */
export function leadsTo(heading: Element, page: Page): boolean | null {
  const link = heading.closest('a[href]') ?? heading.querySelector('a[href]');
  return link && isAbout(link.getAttribute('href'), page);
}

/**
 * The heading of the article: the first that its data or else the title of the tab name, as a logo and a cookie wall have
 * headings too; where none is named, the first.
 */
export function headlineOf({ html, title }: Page, titles: readonly string[]): Element | null {
  const h1s = headingsOf(html);
  // A page that goes on to another article can have its title already.
  const tab = h1s[0]?.closest(TEXT) ? [] : [folded(title)];
  for (const known of [titles.filter(Boolean), tab]) {
    const found = h1s.find((one) => isNamedBy(known, one)) ?? (known.length > 0 ? unlinkedIn(html, known) : null);
    if (found) return found;
  }
  return h1s.find(textOf) ?? h1s[0] ?? null;
}

/** A heading that is less than half of a title is its site's name. */
function isNamedBy(titles: readonly string[], heading: Element): boolean {
  const text = textOf(heading);
  return text !== '' && titles.some((title) => text.length > title.length / 2 && isTitleOf(title, text));
}

/** The first heading of any kind that titles name and that leads nowhere; one among the text before others. */
function unlinkedIn(html: Element, titles: readonly string[]): Element | null {
  const some = [...html.querySelectorAll('h1, h2, h3')].slice(0, MOST_HEADINGS);
  const unlinked = some.filter((one) => !one.closest('a[href]') && !one.querySelector('a[href]'));
  const named = unlinked.filter((one) => isNamedBy(titles, one) && !one.closest(`${ASIDE}, ${UNSEEN}`));
  return named.find((one) => one.closest(TEXT)) ?? named[0] ?? null;
}

/** A headline as shown, without a label like “Live” before it or one in an element of its own behind it that the data leave out. */
export function titleOf(heading: Element | null, titles: readonly string[], other: string): string {
  const shown = textOf(heading);
  if (!heading || !shown) return titles.find(Boolean) ?? folded(other);
  const isLabelled = (title: string) => {
    if (title.length <= shown.length / 2) return false;
    const rest = folded(shown.slice(title.length));
    return shown.endsWith(title) || (shown.startsWith(title) && [...heading.querySelectorAll('*')].some((one) => textOf(one) === rest));
  };
  return titles.find(isLabelled) ?? shown;
}
