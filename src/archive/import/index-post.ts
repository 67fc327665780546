import { textHash } from '../../article/hash.ts';
import { paragraphsOf } from '../../article/html-text.ts';
import { bodyOf } from '../bundle/body.ts';
import type { Post } from '../bundle/post.ts';
import { quoteOf } from '../index/card.ts';
import type { DocumentsWriter, NewDocument } from '../index/documents-writer.ts';
import { postBytes } from '../index/packer.ts';
import { articleTerm, categoryTerm, publisherTerm } from '../index/terms.ts';
import type { TokenStore } from '../index/token-store.ts';

/** A post with what is kept of the file that it stood in. */
export interface IndexedPost {
  path: string;
  crc: number;
  /** The file's bytes, deflated where `size` is not 0: then that is their own size. */
  bytes: Uint8Array;
  size: number;
  post: Post;
  fingerprint: number;
}

/** Same title and text, same fingerprint. */
export const fingerprintOf = (post: Post): number => textHash(`${post.title}\n${post.paragraphs.join('\n')}`) >>> 0;

/** Makes a post the next document: its words go to the tokens, all else to the documents. */
export function indexPost(
  tokens: TokenStore,
  documents: DocumentsWriter,
  { path, crc, bytes, size, post, fingerprint }: IndexedPost,
): void {
  const { article, title, date, publisher, categories, numbers, numbersAre, words, text } = post;
  const { length, terms } = indexWords(tokens, post);
  documents.add({
    card: {
      article,
      path,
      title,
      date,
      publisher,
      categories,
      numbers,
      numbersAre,
      words,
      fingerprint,
      link: quoteOf(text, post.link),
      picture: quoteOf(text, post.picture),
      description: quoteOf(text, post.description),
    },
    crc,
    post: { bytes, size },
    length,
    terms,
  });
}

/** The same of a document that is written already: its words are read from its post again, all else is as its card says. */
export const indexAgain = (tokens: TokenStore, { card, post }: NewDocument) =>
  indexWords(tokens, { ...card, paragraphs: paragraphsOf(bodyOf(postBytes(post))) });

type Words = Pick<Post, 'article' | 'title' | 'publisher' | 'categories' | 'paragraphs'>;

/** The part of it that goes to the tokens; gives the length of the document and its terms. */
function indexWords(tokens: TokenStore, { article, title, publisher, categories, paragraphs }: Words) {
  const marks = [articleTerm(article), ...categories.map(categoryTerm), ...(publisher ? [publisherTerm(publisher)] : [])];
  return tokens.add(title, paragraphs.join('\n'), marks);
}
