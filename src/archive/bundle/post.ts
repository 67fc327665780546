import { decodeHTML } from 'entities';
import { type Counts, countWords, type Judgement, judged } from '../../article/counts.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import { type ArticleKey, isFrontPage, postKey, urlKey, webUrl } from '../../article/key.ts';
import { publisherOfUrl } from '../../article/publisher.ts';
import { dateOf, dateOfFileName } from './date.ts';
import { readFrontMatter } from './front-matter.ts';
import { decodeText } from './text.ts';
import { UnreadablePost } from './unreadable-post.ts';

/** Something about a post that the reader may want to know; the post was imported all the same. */
export type PostRemark = 'no-link' | 'no-date' | 'date-from-name' | 'no-title' | 'encoding';

/** A post as read from a bundle. Dates in epoch milliseconds. */
export interface Post {
  article: ArticleKey;
  title: string;
  date: number | null;
  publisher: string | null;
  categories: string[];
  link: string | null;
  picture: string | null;
  description: string | null;
  /** The numbers of the front matter, whatever they count. */
  numbers: Counts | null;
  /** What these count, seen by themselves; null where there are none. */
  numbersAre: Judgement | null;
  words: Counts;
  /** All of it, decoded; the body is what comes behind the front matter. */
  text: string;
  body: string;
  paragraphs: string[];
  remarks: PostRemark[];
}

/**
 * Reads one post.
 * @param path its place in the bundle, which names a post without link
 * @throws UnreadablePost
 */
export function readPost(bundle: string, path: string, bytes: Uint8Array): Post {
  const { text, guessed } = decodeText(bytes);
  const remarks: PostRemark[] = guessed ? ['encoding'] : [];
  if (!/\S/.test(text)) throw new UnreadablePost('empty');
  const { fields, body } = readFrontMatter(text);
  const link = webAddress(fields.externe_link) ?? webAddress(fields.canonical_url);
  const url = link === null ? null : webUrl(link);
  const linked = url && urlKey(url);
  if (!linked || isFrontPage(linked)) remarks.push('no-link');
  const title = fields.title?.trim() ? decodeHTML(fields.title).slice(0, LONGEST_TITLE) : null;
  if (title === null) remarks.push('no-title');
  const ownDate = dateOf(fields.date);
  const date = ownDate ?? dateOfFileName(path);
  if (ownDate === null) remarks.push(date === null ? 'no-date' : 'date-from-name');
  const words = countWords(body);
  const paragraphs = paragraphsOf(body);
  const total = fields.aantal ?? fields.woorden;
  const numbers = total === undefined || fields.unieke === undefined ? null : { total, unique: fields.unieke };
  return {
    article: linked && !isFrontPage(linked) ? linked : postKey(bundle, path),
    title: title ?? titleOfFileName(path),
    date,
    publisher: decoded(fields.bron) ?? (url && publisherOfUrl(url)),
    categories: ((fields.categories?.length ? fields.categories : fields.category) ?? [])
      .map((one) => (one.includes('&') ? decodeHTML(one) : one).trim())
      .filter(Boolean)
      .slice(0, MOST_CATEGORIES),
    link: url && link,
    picture: pictureOf(fields.feature_image),
    description: textOf(fields.description ?? fields.excerpt)?.slice(0, LONGEST_DESCRIPTION) ?? null,
    numbers,
    numbersAre: numbers && (fields.aantal === undefined ? 'words' : judged(numbers, words, () => countWords(paragraphs.join('\n')))),
    words,
    text,
    body,
    paragraphs,
    remarks,
  };
}

/** More than these sort nothing; counting each among all others of its post took hours. */
const MOST_CATEGORIES = 100;
/** A title stands in every list; longer than this it is none. In UTF-16 units. */
const LONGEST_TITLE = 2000;
/** No summary is longer; some archives put the whole text here. */
const LONGEST_DESCRIPTION = 2000;

const decoded = (text: string | undefined): string | null => (text?.trim() ? decodeHTML(text).trim() : null);

/** A summary, which archivers at times write as HTML. */
function textOf(text: string | undefined): string | null {
  const bare = text !== undefined && /<\w/.test(text) ? paragraphsOf(text).join(' ') : decoded(text);
  return bare || null;
}

function webAddress(text: string | undefined): string | null {
  const given = text?.trim() ?? '';
  const address = given.includes('&amp;') ? given.replaceAll('&amp;', '&') : given;
  return /^https?:\/\//i.test(address) ? address : null;
}

function pictureOf(text: string | undefined): string | null {
  const address = webAddress(text);
  return address !== null && webUrl(address) ? address : null;
}

function titleOfFileName(path: string): string {
  const name = (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '').replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]/, '');
  return name.replace(/_/g, ' ').trim() || path;
}
