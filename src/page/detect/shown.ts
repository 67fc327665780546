import { APART, BLOCKS, PICTURES, ROLES_APART, SILENT, UNSEEN_CLASSES } from '../../article/markup.ts';

/** Nodes that are looked at; an endless page has more. */
const MOST_NODES = 60_000;

/** What is no text: what nobody sees, and pictures with their captions. */
export const UNSEEN = [...SILENT, ...PICTURES, '[hidden]', '[aria-hidden="true"]', ...[...UNSEEN_CLASSES].map((name) => `.${name}`)].join(
  ', ',
);
/** What is no text of an article wherever it stands. */
export const BESIDE = [...APART, ...[...ROLES_APART].map((role) => `[role=${role}]`)].join(', ');

/**
 * The element that holds a whole page, from which all is looked up: a page's `<img name="querySelector">` takes the place of
 * its document's own, for content scripts too in Chromium.
 */
export const htmlOf = (document: Document): Element => Reflect.get(Document.prototype, 'documentElement', document);
// A field of a form replaces the form's own property of the same name, so elements are asked through their prototypes.
export const parentOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);
export const holds = (element: Element, other: Element): boolean => Node.prototype.contains.call(element, other);
export const matches = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

/** The most around an element that holds none of some others. */
export function partOf(element: Element, others: readonly Element[]): Element {
  const isApart = (part: Element) => !others.some((one) => holds(part, one));
  let part = element;
  for (let next = parentOf(part); next && isApart(next); next = parentOf(part)) part = next;
  return part;
}

/** One line of text, however it was set. */
export const folded = (text: unknown): string => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '');

/**
 * Whether the page draws an element not at all, as its style sheets have it; only a page that is open can tell. What a reader can
 * open is as good as drawn.
 */
export function isUndrawn(element: Element): boolean {
  const check: typeof element.checkVisibility | undefined = Element.prototype.checkVisibility;
  return !!check && element.ownerDocument.defaultView !== null && !check.call(element) && !element.closest('details:not([open])');
}

export const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);

export interface Visitor {
  text: (data: string) => void;
  /** Tells whether to look into an element; one that is not looked into is not left either. */
  enter: (element: Element) => boolean;
  leave: (element: Element) => void;
}

/** Goes through what stands in an element in its order. */
export function walk(root: Element, { text, enter, leave }: Visitor): void {
  // By a walker, which no page can lead in circles.
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let isWithin = walker.firstChild() !== null;
  for (let left = MOST_NODES; isWithin && left > 0; left--) {
    const node = walker.currentNode;
    let goesIn = false;
    if (node.nodeType === Node.TEXT_NODE) text(node.nodeValue ?? '');
    else goesIn = enter(node as Element);
    if (goesIn && walker.firstChild()) continue;
    if (goesIn) leave(node as Element);
    while (isWithin && !walker.nextSibling()) {
      isWithin = walker.parentNode() !== null && walker.currentNode !== root;
      if (isWithin) leave(walker.currentNode as Element);
    }
  }
}

/** The text of an element in one line: lines, blocks and elements that follow each other at once have a space between them. */
export function textOf(root: Element | null): string {
  if (!root) return '';
  let text = '';
  let isBehind = false;
  walk(root, {
    text: (data) => {
      text += data;
      isBehind = false;
    },
    enter: (element) => {
      if (matches(element, UNSEEN)) return false;
      if (isBehind || BLOCKS.has(element.localName)) text += ' ';
      return true;
    },
    leave: (element) => {
      isBehind = true;
      if (BLOCKS.has(element.localName)) text += ' ';
    },
  });
  return folded(text);
}
