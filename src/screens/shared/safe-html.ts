import DOMPurify from 'dompurify';

/** Attributes that hold no address; DOMPurify would hold their values against the form of one. */
const PLAIN = ['width', 'height', 'lang', 'colspan', 'rowspan'];
const TAGS =
  'p h1 h2 h3 h4 h5 h6 a em i strong b u s small sub sup ul ol li dl dt dd br hr blockquote q cite pre code table thead tbody tr th td img'.split(
    ' ',
  );

/**
 * Archived HTML made safe to show: the only place where it enters a page. Nothing remote is loaded: each picture
 * becomes its placeholder text, tracking pixels disappear. Links open apart and tell nothing of where they were.
 */
export function safeFragment(html: string, pictureText: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href', 'alt', ...PLAIN],
    ADD_URI_SAFE_ATTR: PLAIN,
    ALLOWED_URI_REGEXP: /^https?:/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const image of fragment.querySelectorAll('img')) {
    const pixel = image.getAttribute('height') === '1' || image.getAttribute('width') === '1';
    const placeholder = document.createElement('span');
    placeholder.className = 'picture';
    placeholder.textContent = [pictureText, image.getAttribute('alt')].filter(Boolean).join(': ');
    if (pixel) image.remove();
    else image.replaceWith(placeholder);
  }
  for (const link of fragment.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return fragment;
}
