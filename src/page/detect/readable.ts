import { isProbablyReaderable, Readability } from '@mozilla/readability';
import type { Readable } from './article.ts';
import { htmlOf, lengthOf } from './shown.ts';
import { paragraphsIn } from './text.ts';

/** A page with less to read than this is a list, a form or a picture. */
const LEAST_TEXT = 300;
/** Reading is slow on pages with more elements than any article has. */
const MOST_ELEMENTS = 30_000;

/** Reads a page by its look alone. It works on a copy, as it takes the document apart. */
export const readable: Readable = (document) => {
  const html = htmlOf(document);
  // What tells whether a page is readable asks for elements only.
  if (html.getElementsByTagName('*').length > MOST_ELEMENTS || !isProbablyReaderable(html as unknown as Document)) return null;
  const copy = copyOf(html);
  const found = new Readability<Element>(copy, { serializer: (element) => element as Element }).parse();
  if (!found?.content) return null;
  const paragraphs = paragraphsIn(found.content);
  return lengthOf(paragraphs) < LEAST_TEXT ? null : { title: found.title ?? '', paragraphs };
};

/** A document of its own, which loads nothing, and in which no element has a name that takes the place of what documents can do. */
function copyOf(html: Element): Document {
  const copy = new DOMParser().parseFromString('', 'text/html');
  const own = copy.importNode(html, true);
  for (const named of own.querySelectorAll('img, form, embed, iframe, object')) {
    named.removeAttribute('name');
    named.removeAttribute('id');
  }
  copy.documentElement.remove();
  copy.append(own);
  return copy;
}
