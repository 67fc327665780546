import { countWords } from '../../article/counts.ts';
import { ZONE } from '../../article/zone.ts';

/** A piece of an article's text. */
export interface TextBlock {
  kind: 'paragraph' | 'heading';
  text: string;
}

/** An article to be written as a post. Dates in epoch milliseconds. */
export interface ArticleToWrite {
  title: string;
  date: number;
  categories: readonly string[];
  link: string;
  picture: string | null;
  publisher: string | null;
  text: readonly TextBlock[];
}

/**
 * Writes an article as the archiver of a Jekyll news archive does: its file name, front matter and body. Reading the file
 * gives the article back.
 * @returns the path in the bundle, and the file
 */
export function postFile(article: ArticleToWrite): { path: string; bytes: Uint8Array } {
  const body = `\n${article.text.map(htmlOf).join('\n')}\n`;
  return { path: postPath(article.date, article.title), bytes: new TextEncoder().encode(frontMatter(article, body) + body) };
}

function frontMatter({ title, date, categories, link, picture, publisher }: ArticleToWrite, body: string): string {
  const { total, unique } = countWords(body);
  const lines = [
    'layout: post',
    `title: ${quoted(title)}`,
    `date: ${rfc2822(date)}`,
    ...(categories.length > 1
      ? ['categories: ', ...categories.map((one) => `- ${scalar(one)} `)]
      : categories.map((one) => `category: ${scalar(one)}`)),
    `externe_link: ${quoted(link)}`,
    ...(picture === null ? [] : [`feature_image: ${quoted(picture)}`]),
    `aantal: ${total}`,
    `unieke: ${unique}`,
    ...(publisher === null ? [] : [`bron: ${quoted(publisher)}`]),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** YAML in double quotes: only these two need a backslash, and a line ends nowhere within. */
const quoted = (text: string): string => `"${onOneLine(text).replace(/[\\"]/g, '\\$&')}"`;

/** As the archiver writes it, unquoted; but where YAML would read something else in it. */
const scalar = (text: string): string => (/^\p{L}[^:#\p{Cc}]*$/u.test(text) && !RESERVED.test(text) ? text : quoted(text));
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** YAML takes no control characters, and no code points that are none. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ').trim();

const TAGS = { paragraph: 'p', heading: 'h2' } as const;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const htmlOf = ({ kind, text }: TextBlock): string =>
  `<${TAGS[kind]}>${onOneLine(text).replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)}</${TAGS[kind]}>`;

const LONGEST_SLUG = 150;

/** `_posts/2019-10-27-een_titel.md`: day without leading zeros, the title in lower case without `: ? "`, spaces and `/` as `_`. */
function postPath(date: number, title: string): string {
  const { year, month, day } = amsterdam(date);
  const name = onOneLine(title)
    .toLowerCase()
    .replace(/[:?"\\*<>|]/g, '')
    .replace(/[\s/]/g, '_');
  const slug = [...name].slice(0, LONGEST_SLUG).join('') || 'zonder_titel';
  return `_posts/${year}-${Number(month)}-${Number(day)}-${slug}.md`;
}

/** A date as mail writes it (RFC 2822, 3.3), in Dutch time: `Sun, 27 Oct 2019 21:12:49 +0100`. */
export function rfc2822(date: number): string {
  const { weekday, day, monthName, year, hour, minute, second, offset } = amsterdam(date);
  return `${weekday}, ${day} ${monthName} ${year} ${hour}:${minute}:${second} ${offset}`;
}

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function amsterdam(date: number) {
  const part = Object.fromEntries(PARTS.formatToParts(date).map(({ type, value }) => [type, value])) as Record<string, string>;
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '', second = '', timeZoneName = '' } = part;
  const offset = timeZoneName.replace(/GMT|:/g, '') || '+0000';
  return { weekday, day, month, monthName: MONTHS[Number(month) - 1], year, hour, minute, second, offset };
}
