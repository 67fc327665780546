import { BLOCKS, CELLS, HEADINGS } from '../../article/markup.ts';
import { BESIDE, folded, isUndrawn, matches, UNSEEN, walk } from './shown.ts';

/** Characters that are looked at; an endless page has more. */
const MOST_TEXT = 200_000;

/** Elements that are made for the text of an article, and those of them that are so with all within them. */
const MARKED = new Set('p h2 h3 h4 h5 h6 li blockquote dt dd pre tr caption summary'.split(' '));
const MARKED_WHOLE = new Set('li blockquote dt dd pre'.split(' '));
/** Parts that can belong to another article, or to an author. */
const PARTS = new Set('article section li div'.split(' '));
/** Names that sites give to what stands between the text, and what is drawn by none; only taken at their word while they leave most of the text. */
const BOX =
  /caption|onderschrift|bijschrift|credit|share|social|embed|newsletter|nieuwsbrief|signup|cookie|consent|related|gerelateerd|promo|advert|comment|reactie|byline|author|auteur|\bbio|footer/i;
const isBox = (element: Element): boolean =>
  BOX.test(`${element.getAttribute('class')} ${element.id}`) || /display:\s*none/i.test(element.getAttribute('style') ?? '');

/** The text that stands in one element itself, between the blocks within it. */
export interface Block {
  element: Element;
  lines: string[];
  isHeading: boolean;
  /** Whether it stands in an element that is made for text, or merely in a box. */
  isMarked: boolean;
  /** Whether it stands in a box between the text, or is not drawn. */
  isBoxed: boolean;
  isQuote: boolean;
  /** The header and the part of the page that it stands in. */
  header: Element | null;
  part: Element | null;
  /** Whether it holds links to other pages, and what stands beside these. */
  isLinked: boolean;
  unlinked: string;
  /** Whether it is no text of the article. */
  isOut: boolean;
}

type Around = Pick<Block, 'element' | 'isMarked' | 'isBoxed' | 'isQuote' | 'header' | 'part'> & { isWhole: boolean };

const blockOf = ({ isWhole, ...around }: Around): Block => ({
  ...around,
  lines: [''],
  isHeading: HEADINGS.has(around.element.localName),
  isLinked: false,
  unlinked: '',
  isOut: false,
});

const leadsAway = (element: Element): boolean => element.localName === 'a' && matches(element, '[href]:not([href^="#"])');

/** The blocks of text in an element in their order, and what stands between them without being text of the article. */
export function blocksIn(root: Element, isMarked = false): Block[] {
  const blocks: Block[] = [];
  const whole: Around = { element: root, isMarked, isWhole: isMarked, isBoxed: false, isQuote: false, header: null, part: null };
  const around: Around[] = [];
  const own = () => around.at(-1) ?? whole;
  const boxes: Element[] = [];
  const links: Element[] = [];
  let block: Block | null = null;
  let left = MOST_TEXT;
  const end = () => {
    if (!block) return;
    block.lines = block.lines.map(folded).filter(Boolean);
    if (block.lines.length > 0) blocks.push({ ...block, isBoxed: block.isBoxed || isUndrawn(block.element) });
    block = null;
  };
  const add = (text: string) => {
    block ??= blockOf(own());
    block.lines.push(block.lines.pop() + text);
    if (links.length > 0) block.isLinked ||= text.trim() !== '';
    else block.unlinked += text;
    left -= text.length;
  };
  walk(root, {
    text: (data) => add(data),
    enter(element) {
      const name = element.localName;
      if (BLOCKS.has(name) && name !== 'br') end();
      if (left <= 0 || matches(element, UNSEEN)) return false;
      if (matches(element, BESIDE)) {
        end();
        blocks.push({ ...blockOf(own()), isOut: true });
        return false;
      }
      if (isBox(element)) boxes.push(element);
      if (leadsAway(element)) links.push(element);
      if (name === 'br' && block && !block.isHeading) block.lines.push('');
      if (name === 'br' || CELLS.has(name)) add(' ');
      else if (BLOCKS.has(name)) {
        // A liveblog can be a list, with the time and the picture of an update beside its paragraphs.
        const isList = name === 'li' && element.querySelector('p, h2, h3, h4') !== null;
        const isWhole = own().isWhole || (MARKED_WHOLE.has(name) && !isList);
        const { isQuote, header, part } = own();
        around.push({
          element,
          isWhole,
          isMarked: isWhole || (MARKED.has(name) && !isList),
          isBoxed: boxes.length > 0,
          isQuote: isQuote || name === 'blockquote',
          header: name === 'header' ? element : header,
          part: PARTS.has(name) ? element : part,
        });
      }
      return true;
    },
    leave(element) {
      if (boxes.at(-1) === element) boxes.pop();
      if (links.at(-1) === element) links.pop();
      if (own().element !== element) return;
      end();
      around.pop();
    },
  });
  end();
  return blocks;
}
