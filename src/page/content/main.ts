import { isWatched } from '../../article/addresses.ts';
import { detectArticle, withoutText } from '../detect/article.ts';
import { announcer } from './announce.ts';
import { attentive } from './attention.ts';
import { answerForPage, tell } from './background.ts';
import { loadedPage, ownArticle } from './own-article.ts';
import { watchPage } from './watch.ts';

declare global {
  var terugblik: true | undefined;
}

// A tab from before an installation or update gets this script once more, on a click. An element of a page may have the name too.
if (globalThis.terugblik !== true) {
  globalThis.terugblik = true;
  const readable = () => (typeof globalThis.terugblikReadable === 'function' ? globalThis.terugblikReadable : null);
  const loaded = loadedPage();
  const detect = () => {
    const { href } = location;
    const page = typeof globalThis.terugblikMoved === 'function' ? globalThis.terugblikMoved(document, href, loaded.address) : document;
    const article = detectArticle(page ?? document, href, readable());
    return article && !page ? withoutText(article) : article;
  };
  const read = ownArticle(detect, loaded);
  // On a site that the reader did not hand over for good, it only answers the click that put it there.
  const settled = isWatched(location.hostname) ? watchPage(announcer(read, attentive(tell, read))) : async () => undefined;
  answerForPage(() => settled().then(read));
}
