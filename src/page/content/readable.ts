import type { Readable } from '../detect/article.ts';
import { readable } from '../detect/readable.ts';

declare global {
  var terugblikReadable: Readable | undefined;
}

// Stands beside the content script in a page whose article that can't find without it.
globalThis.terugblikReadable = readable;
