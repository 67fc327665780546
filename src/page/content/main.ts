import { isWatched } from '../../article/addresses.ts';
import { detectArticle } from '../detect/article.ts';
import { announcer } from './announce.ts';
import { attentive } from './attention.ts';
import { answerForPage, tell } from './background.ts';
import { watchPage } from './watch.ts';

declare global {
  var terugblik: true | undefined;
}

// A tab from before an installation or update gets this script once more, on a click. An element of a page may have the name too.
if (globalThis.terugblik !== true) {
  globalThis.terugblik = true;
  const readable = () => (typeof globalThis.terugblikReadable === 'function' ? globalThis.terugblikReadable : null);
  const read = () => detectArticle(document, location.href, readable());
  // On a site that the reader did not hand over for good, it only answers the click that put it there.
  const settled = isWatched(location.hostname) ? watchPage(announcer(read, attentive(tell, read))) : async () => undefined;
  answerForPage(() => settled().then(read));
}
