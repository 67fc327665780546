import { textHash } from '../../article/hash.ts';
import type { Post } from '../bundle/post.ts';
import type { DocumentsWriter } from '../index/documents-writer.ts';
import { articleTerm, categoryTerm, publisherTerm } from '../index/terms.ts';
import type { TokenStore } from '../index/token-store.ts';
import { stemsOf } from '../language/analyse.ts';

/** A post with what is kept of the file that it stood in. */
export interface IndexedPost {
  path: string;
  crc: number;
  /** The file's bytes, deflated or not. */
  bytes: Uint8Array;
  deflated: boolean;
  post: Post;
  fingerprint: number;
}

/** Same title and text, same fingerprint. */
export const fingerprintOf = (post: Post): number => textHash(`${post.title}\n${post.paragraphs.join('\n')}`) >>> 0;

/** Makes a post the next document: its words go to the tokens, all else to the documents. */
export function indexPost(
  tokens: TokenStore,
  documents: DocumentsWriter,
  { path, crc, bytes, deflated, post, fingerprint }: IndexedPost,
): void {
  const { article, title, date, publisher, categories, numbers, words, link, picture, description } = post;
  const marks = [articleTerm(article), ...categories.map(categoryTerm), ...(publisher ? [publisherTerm(publisher)] : [])];
  const { length, terms } = tokens.add(stemsOf(title), stemsOf(post.paragraphs.join('\n')), marks);
  documents.add({
    card: { article, title, date, publisher, categories, numbers, words, fingerprint },
    details: { path, link, picture, description },
    crc,
    post: { bytes, deflated },
    length,
    terms,
  });
}
