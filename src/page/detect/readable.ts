import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { Readable } from './article.ts';
import { lengthOf, paragraphsIn } from './text.ts';

/** A page with less to read than this is a list, a form or a picture. */
const LEAST_TEXT = 300;
/** Reading is slow on pages with more elements than any article has. */
const MOST_ELEMENTS = 30_000;

/** Reads a page by its look alone. It works on a copy, as it takes the document apart. */
export const readable: Readable = (document) => {
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS || !isProbablyReaderable(document)) return null;
  const copy = document.cloneNode(true) as Document;
  const found = new Readability<Element>(copy, { serializer: (element) => element as Element }).parse();
  if (!found?.content) return null;
  const paragraphs = paragraphsIn(found.content);
  return lengthOf(paragraphs) < LEAST_TEXT ? null : { title: found.title ?? '', paragraphs };
};
