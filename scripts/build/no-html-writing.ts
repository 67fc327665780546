// Three libraries write HTML into a document, in places that Terugblik never comes to or that nodes do as well. The build
// changes those, so that what ships has no such write at all, and the stores' checks have nothing to warn of.
import type { Plugin } from 'vite';

interface Change {
  file: RegExp;
  from: RegExp;
  to: string;
}

const CHANGES: Change[] = [
  {
    // For the property dangerouslySetInnerHTML, which no view of ours has: one that had it would be told.
    file: /preact\/dist\/preact\.mjs$/,
    from: /\b(\w+)\.innerHTML=(\w+)\.__html\b/g,
    to: '(()=>{throw new Error("dangerouslySetInnerHTML is left out of this build")})()',
  },
  {
    // Where a browser's DOMParser gives nothing for HTML, which none does. The document stays empty then.
    file: /dompurify\/dist\/purify\.es\.mjs$/,
    from: /\bdoc\.documentElement\.innerHTML = [^;\n]+;/g,
    to: '',
  },
  {
    // The page is put aside as nodes, and put back as them, for another try.
    file: /@mozilla\/readability\/Readability\.js$/,
    from: /\bvar pageCacheHtml = page\.innerHTML;/g,
    to: 'var pageCache = page.cloneNode(true);',
  },
  {
    file: /@mozilla\/readability\/Readability\.js$/,
    from: /\bpage\.innerHTML = pageCacheHtml;/g,
    to: 'page.replaceChildren(...pageCache.cloneNode(true).childNodes);',
  },
  {
    // An image within <noscript>, which a document that runs no scripts holds as an element.
    file: /@mozilla\/readability\/Readability\.js$/,
    from: /\btmp\.innerHTML = noscript\.innerHTML;/g,
    to: 'tmp.replaceChildren(...noscript.cloneNode(true).childNodes);',
  },
];

/**
 * The code of a library's file without writing HTML, or null where the file has nothing to change.
 * @throws where a place is not found exactly once: the library has changed, and its new code must be looked at
 */
export function withoutHtmlWriting(code: string, file: string): string | null {
  const changes = CHANGES.filter((change) => change.file.test(file));
  for (const { from, to } of changes) {
    const found = code.match(from)?.length ?? 0;
    if (found !== 1) throw new Error(`${file}: ${from} is found ${found} times. Look at how it writes HTML now.`);
    code = code.replace(from, () => to);
  }
  return changes.length > 0 ? code : null;
}

export const noHtmlWriting: Plugin = {
  name: 'no-html-writing',
  enforce: 'pre',
  transform: (code, id) => withoutHtmlWriting(code, id.split('?')[0] ?? id),
};
