/** What elements mean for the text of an article: the same for an archived body and for a page, so that their texts can be compared. */

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a paragraph. */
export const BLOCKS = named(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table caption tr section article figure figcaption hr br ' +
    'address aside details summary fieldset footer form header main nav',
);
/** What stands in these is a line of one paragraph, of which a line break makes no two. */
export const HEADINGS = named('h1 h2 h3 h4 h5 h6');
/** Elements between which there is a space. */
export const CELLS = named('td th');
/** Elements whose text is never seen as such. */
export const SILENT = named('script style template noscript iframe svg math title button video audio canvas');
/** Elements that stand between the text of an article without being part of it, and roles that say the same. */
export const APART = named('nav footer aside form dialog');
export const ROLES_APART = named('navigation dialog complementary search');
export const PICTURES = named('figure figcaption');

/** Names of classes that the web agrees on: text for screen readers alone, and what others wrote, which a script soon replaces by a frame. */
export const UNSEEN_CLASSES = named(
  'sr-only visually-hidden visuallyhidden screen-reader-text twitter-tweet instagram-media tiktok-embed bluesky-embed fb-post',
);

/** Elements that have no end, or may leave it out. */
export const ENDLESS = named('area base br col embed hr img input link meta param source track wbr li dt dd tr td th option');
/** Drawings: a block ends them where their own end is missing, as it does in a browser. */
export const DRAWN = named('svg math');

/** Which values of an attribute leave an element out of the text of an article. One called `hidden` does with any. */
export const HIDING: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['aria-hidden', (value: string) => value === 'true'],
  ['role', (value: string) => ROLES_APART.has(value)],
  ['class', (value: string) => value.split(/\s+/).some((name) => UNSEEN_CLASSES.has(name))],
]);
