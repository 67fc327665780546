import DOMPurify from 'dompurify';

/** Attributes that hold no address; DOMPurify would hold their values against the form of one. */
const PLAIN = ['width', 'height', 'lang', 'dir', 'colspan', 'rowspan'];
const TAGS =
  'p div figure figcaption h1 h2 h3 h4 h5 h6 a em i strong b u s small sub sup ul ol li dl dt dd br hr blockquote q cite pre code table thead tbody tr th td img'.split(
    ' ',
  );
const SAFE = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ['href', 'alt', ...PLAIN],
  ADD_URI_SAFE_ATTR: PLAIN,
  ALLOWED_URI_REGEXP: /^https?:/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};
const SAFE_WITH_PICTURES = {
  ...SAFE,
  ALLOWED_ATTR: [...SAFE.ALLOWED_ATTR, 'src', 'loading'],
  ADD_URI_SAFE_ATTR: [...PLAIN, 'loading'],
};

/** Those that count who reads what, whatever size their pictures say they have. */
const TRACKERS =
  /^https?:\/\/(?:[^/]*\.)?(?:feedburner\.com|feeds\.nos\.nl|feedsportal\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com|pixel\.wp\.com|stats\.wordpress\.com)(?:[:/?#]|$)/i;
const TINY = /^0*[01]?(?:\.\d*)?\s*(?:px)?$/;

/** The address of a picture that may be loaded when the reader asks for it, or null: it is elsewhere and no tracker. */
export function pictureAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address.trim()) && !TRACKERS.test(address.trim()) ? address.trim() : null;
}

const isTiny = (image: Element) => ['width', 'height'].some((side) => TINY.test(image.getAttribute(side)?.trim() ?? 'auto'));

/** Its own purifier, as hooks are for all who use one. */
const purifier = DOMPurify(window);
// While the archived HTML stands in a document of its own, where nothing is loaded: an image begins to load as soon as it
// enters this one. One that must not be loaded goes in without an address and is taken out there.
purifier.addHook('beforeSanitizeAttributes', (node) => {
  if (node.nodeName !== 'IMG') return;
  const address = pictureAddress(node.getAttribute('src'));
  if (address === null || isTiny(node)) {
    node.removeAttribute('src');
    node.setAttribute('width', '1');
  } else {
    node.setAttribute('src', address);
    node.setAttribute('loading', 'lazy');
  }
});

/** Whether pictures are to stand as text, or to be loaded from where they are. */
export type Pictures = 'as-text' | 'loaded';

/**
 * Archived HTML made safe to show: the only place where it enters a page. Nothing remote is loaded, unless the reader asked
 * for pictures: each becomes its placeholder text. Tracking pixels disappear. Links open apart and tell nothing of where
 * they were.
 */
export function safeFragment(html: string, pictureText: string, pictures: Pictures = 'as-text'): DocumentFragment {
  const fragment = purifier.sanitize(html, { ...(pictures === 'loaded' ? SAFE_WITH_PICTURES : SAFE), RETURN_DOM_FRAGMENT: true });
  for (const image of fragment.querySelectorAll('img')) {
    if (isTiny(image)) image.remove();
    else if (pictures === 'as-text') image.replaceWith(placeholder(image, pictureText));
  }
  for (const link of fragment.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return fragment;
}

/** What stands in place of a picture: why it is not there, and what it shows. */
export function placeholder(image: Element, pictureText: string): HTMLElement {
  const text = document.createElement('span');
  text.className = 'picture';
  text.textContent = [pictureText, image.getAttribute('alt')].filter(Boolean).join(': ');
  return text;
}
