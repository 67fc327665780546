import { decodeHTML } from 'entities';
import { type Counts, countWords } from '../../article/counts.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import { type ArticleKey, addressKey, postKey } from '../../article/key.ts';
import { publisherOf } from '../../article/publisher.ts';
import { dateOf, dateOfFileName } from './date.ts';
import { readFrontMatter } from './front-matter.ts';
import { UnreadablePost } from './unreadable-post.ts';

/** Something about a post that the reader may want to know; the post was imported all the same. */
export type Remark = 'no-link' | 'no-date' | 'date-from-name' | 'no-title' | 'encoding';

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
  words: Counts;
  body: string;
  paragraphs: string[];
  remarks: Remark[];
}

/**
 * Reads one post.
 * @param path its place in the bundle, which names a post without link
 * @throws UnreadablePost
 */
export function readPost(bundle: string, path: string, bytes: Uint8Array): Post {
  const { text, remarks } = decode(bytes);
  if (text.trim() === '') throw new UnreadablePost('empty');
  const { fields, body } = readFrontMatter(text);
  const link = webAddress(fields.externe_link);
  const key = link && addressKey(link);
  if (!key) remarks.push('no-link');
  const title = fields.title?.trim() ? decodeHTML(fields.title) : titleOfFileName(path);
  if (!fields.title?.trim()) remarks.push('no-title');
  const ownDate = dateOf(fields.date);
  const date = ownDate ?? dateOfFileName(path);
  if (ownDate === null) remarks.push(date === null ? 'no-date' : 'date-from-name');
  const words = countWords(body);
  const total = fields.aantal ?? fields.woorden;
  return {
    article: key ?? postKey(bundle, path),
    title,
    date,
    publisher: decoded(fields.bron) ?? publisherOf(link),
    categories: (fields.categories ?? fields.category ?? []).map((one) => one.trim()).filter(Boolean),
    link,
    picture: webAddress(fields.feature_image),
    description: decoded(fields.description ?? fields.excerpt),
    numbers: total === undefined || fields.unieke === undefined ? null : { total, unique: fields.unieke },
    words,
    body,
    paragraphs: paragraphsOf(body),
    remarks,
  };
}

function decode(bytes: Uint8Array): { text: string; remarks: Remark[] } {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), remarks: ['encoding'] };
  try {
    return { text: withoutNul(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), remarks: [] };
  } catch (error) {
    if (error instanceof UnreadablePost) throw error;
    return { text: withoutNul(new TextDecoder('windows-1252').decode(bytes)), remarks: ['encoding'] };
  }
}

function withoutNul(text: string): string {
  if (text.includes('\0')) throw new UnreadablePost('not-text');
  return text;
}

const decoded = (text: string | undefined): string | null => (text?.trim() ? decodeHTML(text).trim() : null);

function webAddress(text: string | undefined): string | null {
  const address = text?.trim() ?? '';
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

function titleOfFileName(path: string): string {
  const name = (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '').replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
  return name.replace(/_/g, ' ').trim() || path;
}
