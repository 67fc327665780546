import { decodeHTML } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { LeftOut } from './left-out.ts';
import { APART, BLOCKS, CELLS, HEADINGS, PICTURES, SILENT } from './markup.ts';

/** What is left out of the text of an article, and not of all the text of a body. */
const BESIDE = new Set([...SILENT, ...APART, ...PICTURES]);

/**
 * The text of an archived body as paragraphs, entities decoded and white space folded, empty ones left out. A body
 * without tags is plain text: there an empty line ends a paragraph.
 */
export const paragraphsOf = (html: string): string[] => read(html, false).paragraphs;

/**
 * The same without captions, embedded posts, asides and what is hidden: the text of the article as it is read from a page, so that the
 * two can be compared.
 */
export const articleParagraphsOf = (html: string): string[] => read(html, true).paragraphs;

/** The text of an article, and which of its paragraphs are headings. */
export const articleTextOf = (html: string): Text => read(html, true);

interface Text {
  paragraphs: string[];
  headings: Set<number>;
}

function read(html: string, isArticle: boolean): Text {
  const text: Text = { paragraphs: [], headings: new Set() };
  // A section of data is none in HTML: browsers pass over it up to the next `>`, and show what follows.
  if (html.includes('<')) readTags(html.replaceAll('<![CDATA[', '<!CDATA['), isArticle, text);
  else for (const part of html.split(EMPTY_LINE)) add(part.includes('&') ? decodeHTML(part) : part, text.paragraphs);
  return text;
}

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
function readTags(html: string, isArticle: boolean, { paragraphs, headings }: Text): void {
  const leftOut = new LeftOut(isArticle ? BESIDE : SILENT);
  let text = '';
  let isPlain = true;
  let isHeading = false;
  let name = '';
  const block = () => {
    isPlain = false;
    const at = paragraphs.length;
    add(text, paragraphs);
    if (isHeading && paragraphs.length > at) headings.add(at);
    text = '';
  };
  const take = (data: string) => {
    if (leftOut.isWithin) return;
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
  const begin = () => {
    leftOut.open(name);
    if (CELLS.has(name)) take(' ');
    if (!BLOCKS.has(name)) return;
    if (isHeading && name === 'br') return take(' ');
    block();
    isHeading = HEADINGS.has(name);
  };
  const end = () => {
    if (BLOCKS.has(name)) {
      block();
      isHeading = false;
    }
    leftOut.close(name);
  };
  const nothing = () => {};
  const named = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => take(html.slice(start, end)),
      ontextentity: (code) => take(String.fromCodePoint(code)),
      onopentagname(start, end) {
        name = named(start, end);
        begin();
      },
      onopentagend: () => leftOut.opened(name),
      onselfclosingtag: () => leftOut.selfClosed(name),
      onclosetag(start, endsAt) {
        name = named(start, endsAt);
        end();
      },
      isInForeignContext: () => leftOut.isInDrawing,
      onattribname: isArticle ? (start, end) => leftOut.attribute(named(start, end)) : nothing,
      onattribdata: isArticle ? (start, end) => leftOut.value(html.slice(start, end)) : nothing,
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
