import { BLOCKS, CELLS, HEADINGS } from '../../article/markup.ts';
import { BESIDE, folded, isOne, UNSEEN, walk } from './shown.ts';

/** Characters that are looked at; an endless page has more. */
const MOST_TEXT = 200_000;

/** Elements that are made for the text of an article, and those of them that are so with all within them. */
const MARKED = new Set('p h2 h3 h4 h5 h6 li blockquote dt dd pre tr caption'.split(' '));
const MARKED_WHOLE = new Set('li blockquote dt dd pre'.split(' '));
/** Names that sites give to what stands between the text; only taken at their word while they leave most of the text. */
const BOXES = [
  'caption',
  'share',
  'social',
  'newsletter',
  'nieuwsbrief',
  'cookie',
  'consent',
  'related',
  'gerelateerd',
  'promo',
  'advert',
  'footer',
]
  .map((name) => `[class*="${name}" i], [id*="${name}" i]`)
  .join(', ');

/** The text that stands in one element itself, between the blocks within it. */
export interface Block {
  element: Element;
  lines: string[];
  isHeading: boolean;
  /** Whether it stands in an element that is made for text, or merely in a box. */
  isMarked: boolean;
  isBoxed: boolean;
  /** Whether it holds links to other pages, and what stands beside these. */
  isLinked: boolean;
  unlinked: string;
  /** Whether it is no text of the article. */
  isOut: boolean;
}

type Around = Pick<Block, 'element' | 'isMarked' | 'isBoxed'> & { isWhole: boolean };

const blockOf = ({ element, isMarked, isBoxed }: Omit<Around, 'isWhole'>): Block => ({
  element,
  lines: [''],
  isHeading: HEADINGS.has(element.localName),
  isMarked,
  isBoxed,
  isLinked: false,
  unlinked: '',
  isOut: false,
});

const leadsAway = (element: Element): boolean => element.localName === 'a' && isOne(element, '[href]:not([href^="#"])');

/** The blocks of text in an element in their order, and what stands between them without being text of the article. */
export function blocksIn(root: Element, isMarked: boolean): Block[] {
  const blocks: Block[] = [];
  const whole: Around = { element: root, isMarked, isWhole: isMarked, isBoxed: false };
  const around: Around[] = [];
  const own = () => around.at(-1) ?? whole;
  const boxes: Element[] = [];
  const links: Element[] = [];
  let block: Block | null = null;
  let left = MOST_TEXT;
  const end = () => {
    if (!block) return;
    block.lines = block.lines.map(folded).filter(Boolean);
    if (block.lines.length > 0) blocks.push(block);
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
      if (left <= 0 || isOne(element, UNSEEN)) return false;
      if (isOne(element, BESIDE)) {
        end();
        blocks.push({ ...blockOf(own()), isOut: true });
        return false;
      }
      if (isOne(element, BOXES)) boxes.push(element);
      if (leadsAway(element)) links.push(element);
      if (name === 'br' && block && !block.isHeading) block.lines.push('');
      if (name === 'br' || CELLS.has(name)) add(' ');
      else if (BLOCKS.has(name)) {
        // A liveblog can be a list, with the time and the picture of an update beside its paragraphs.
        const isBox = name === 'li' && element.querySelector('p, h2, h3, h4') !== null;
        const isWhole = own().isWhole || (MARKED_WHOLE.has(name) && !isBox);
        around.push({ element, isWhole, isMarked: isWhole || (MARKED.has(name) && !isBox), isBoxed: boxes.length > 0 });
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
