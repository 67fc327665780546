import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table tr section article figure figcaption hr br'.split(' '),
);
const SILENT = new Set('script style template noscript iframe svg math title'.split(' '));

/**
 * The text of an archived body as paragraphs, entities decoded and white space folded, empty ones left out. A body
 * without tags is plain text: there an empty line ends a paragraph.
 */
export function paragraphsOf(html: string): string[] {
  const paragraphs: string[] = [];
  let text = '';
  let silent = 0;
  let blocks = 0;
  const flush = () => {
    const folded = text.replace(/\s+/g, ' ').trim();
    if (folded) paragraphs.push(folded);
    text = '';
  };
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent++;
      if (BLOCKS.has(name)) {
        blocks++;
        flush();
      }
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      if (BLOCKS.has(name)) flush();
    },
    ontext(data) {
      if (silent > 0) return;
      if (blocks > 0) {
        text += data;
        return;
      }
      const [first = '', ...others] = data.split(/\n[ \t\r]*\n/);
      text += first;
      for (const part of others) {
        flush();
        text = part;
      }
    },
  });
  parser.end(html);
  flush();
  return paragraphs;
}
