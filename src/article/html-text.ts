import { decodeHTML } from 'entities';
import { Tokenizer } from 'htmlparser2';

const BLOCKS = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table caption tr section article figure figcaption hr br ' +
    'address aside details summary fieldset footer form header main nav'
  ).split(' '),
);
const SILENT = new Set('script style template noscript iframe svg math title'.split(' '));
/** A block ends these where their own end is missing, as it does in a browser. */
const DRAWN = new Set(['svg', 'math']);

/**
 * The text of an archived body as paragraphs, entities decoded and white space folded, empty ones left out. A body
 * without tags is plain text: there an empty line ends a paragraph.
 */
export function paragraphsOf(html: string): string[] {
  const paragraphs: string[] = [];
  if (html.includes('<')) readTags(html, paragraphs);
  else for (const part of html.split(EMPTY_LINE)) add(part.includes('&') ? decodeHTML(part) : part, paragraphs);
  return paragraphs;
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
function readTags(html: string, paragraphs: string[]): void {
  let text = '';
  let isPlain = true;
  /** The element whose text is not shown, and how many of its name are open. */
  let silent = '';
  let depth = 0;
  let name = '';
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
          if (DRAWN.has(silent)) depth = 0;
          block();
        }
        if (depth > 0 ? name === silent : SILENT.has(name)) {
          silent = name;
          depth++;
        }
      },
      onselfclosingtag() {
        if (DRAWN.has(name) && name === silent && depth > 0) depth--;
      },
      onclosetag(start, end) {
        name = html.slice(start, end).toLowerCase();
        if (BLOCKS.has(name)) block();
        if (depth > 0 && name === silent) depth--;
      },
      isInForeignContext: () => depth > 0 && DRAWN.has(silent),
      onopentagend: nothing,
      onattribname: nothing,
      onattribdata: nothing,
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
