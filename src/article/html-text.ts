import { decodeHTML } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { APART, BLOCKS, CELLS, HEADINGS, PICTURES, SILENT, UNSEEN_CLASSES } from './markup.ts';

/** What is left out of the text of an article, and not of all the text of a body. */
const LEFT_OUT = new Set([...SILENT, ...APART, ...PICTURES]);
/** A block ends these where their own end is missing, as it does in a browser. */
const DRAWN = new Set(['svg', 'math']);

/**
 * The text of an archived body as paragraphs, entities decoded and white space folded, empty ones left out. A body
 * without tags is plain text: there an empty line ends a paragraph.
 */
export const paragraphsOf = (html: string): string[] => read(html, false);

/**
 * The same without captions, embedded posts, asides and what is hidden: the text of the article, as it is read of a page, which
 * is to be compared with it.
 */
export const articleParagraphsOf = (html: string): string[] => read(html, true);

function read(html: string, isArticle: boolean): string[] {
  const paragraphs: string[] = [];
  if (html.includes('<')) readTags(html, isArticle, paragraphs);
  else for (const part of html.split(EMPTY_LINE)) add(part.includes('&') ? decodeHTML(part) : part, paragraphs);
  return paragraphs;
}

const ENDLESS = new Set('area base br col embed hr img input link meta param source track wbr li dt dd tr td th option'.split(' '));
/** Which values of an attribute hide an element. */
const HIDES: Record<string, ((value: string) => boolean) | undefined> = {
  'aria-hidden': (value) => value === 'true',
  class: (value) => value.split(/\s+/).some((name) => UNSEEN_CLASSES.has(name)),
};

const EMPTY_LINE = /\n[ \t\r]*\n/;
const UNFOLDED = /[^\S ]| {2}/;

function add(text: string, paragraphs: string[]): void {
  const trimmed = text.trim();
  if (trimmed) paragraphs.push(UNFOLDED.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed);
}

/**
 * Reads a body by its tags alone. A parser, which also knows what is inside what, takes twice the time, and minutes
 * for some hundred thousand tags inside each other; text in paragraphs needs only where blocks begin and end.
 */
function readTags(html: string, isArticle: boolean, paragraphs: string[]): void {
  const leftOut = isArticle ? LEFT_OUT : SILENT;
  let text = '';
  let isPlain = true;
  let isHeading = false;
  /** The element whose text is not shown, and how many of its name are open. */
  let silent = '';
  let depth = 0;
  let endsAtBlock = false;
  let name = '';
  let attribute = '';
  let isHidden = false;
  const block = () => {
    isPlain = false;
    add(text, paragraphs);
    text = '';
  };
  const take = (data: string) => {
    if (depth > 0) return;
    if (!isPlain) {
      text += data;
      return;
    }
    const [first = '', ...others] = data.split(EMPTY_LINE);
    text += first;
    for (const part of others) {
      add(text, paragraphs);
      text = part;
    }
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => take(html.slice(start, end)),
      ontextentity: (code) => take(String.fromCodePoint(code)),
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        if (BLOCKS.has(name)) {
          if (endsAtBlock) depth = 0;
          if (isHeading && name === 'br') take(' ');
          else {
            block();
            isHeading = HEADINGS.has(name);
          }
        } else if (CELLS.has(name)) take(' ');
        if (depth > 0 ? name === silent : leftOut.has(name)) {
          silent = name;
          endsAtBlock = DRAWN.has(name);
          depth++;
        }
      },
      onselfclosingtag() {
        if (DRAWN.has(name) && name === silent && depth > 0) depth--;
      },
      onclosetag(start, end) {
        name = html.slice(start, end).toLowerCase();
        if (BLOCKS.has(name)) {
          block();
          isHeading = false;
          if (endsAtBlock && !DRAWN.has(silent)) depth = 0;
        }
        if (depth > 0 && name === silent) depth--;
      },
      isInForeignContext: () => depth > 0 && DRAWN.has(silent),
      onopentagend() {
        // The ends of a list's items and of a table's cells may be missing, and some elements have none.
        if (isHidden && depth === 0 && !ENDLESS.has(name)) {
          silent = name;
          endsAtBlock = !BLOCKS.has(name) || name === 'p';
          depth = 1;
        }
        isHidden = false;
      },
      onattribname(start, end) {
        if (!isArticle) return;
        attribute = html.slice(start, end).toLowerCase();
        if (attribute === 'hidden') isHidden = true;
      },
      onattribdata(start, end) {
        if (isArticle && HIDES[attribute]?.(html.slice(start, end))) isHidden = true;
      },
      onattribentity: nothing,
      onattribend: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  add(text, paragraphs);
}
