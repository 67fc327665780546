import { isWatched } from '../../article/addresses.ts';
import { isNoArticle } from '../../article/key.ts';
import { withoutText } from '../../article/without-text.ts';
import { announcer } from './announce.ts';
import { attentive } from './attention.ts';
import { answerForPage, tell } from './background.ts';
import { loadedPage, ownArticle } from './own-article.ts';
import { watchTranslation } from './translation.ts';
import { type Watched, watchPage } from './watch.ts';

declare global {
  var terugblik: true | undefined;
}

/** What another script of ours put beside this one. An element of a page may have the name too. */
const beside = <Name extends 'terugblikReading' | 'terugblikReadable' | 'terugblikMoved'>(name: Name) => {
  const found = globalThis[name];
  return typeof found === 'function' ? found : null;
};

// A tab from before an installation or update gets this script once more, on a click.
if (globalThis.terugblik !== true) {
  globalThis.terugblik = true;
  const loaded = loadedPage();
  let watched: Watched | null = null;
  const readShown = () => {
    const { href } = location;
    const moved = beside('terugblikMoved');
    const page = moved ? moved(document, href, loaded.address) : document;
    const article = beside('terugblikReading')?.(page ?? document, href, beside('terugblikReadable')) ?? null;
    return article && !page ? withoutText(article) : article;
  };
  const read = ownArticle(readShown, loaded, () => watched?.isDrawn() ?? true, watchTranslation(document));
  const readBrought = async () => {
    if (isNoArticle(location.href)) return null;
    if (!beside('terugblikReading')) await tell('reading-wanted', {});
    return read();
  };
  // On a site that the reader did not hand over for good, it only answers the click that put it there.
  if (isWatched(location.hostname)) watched = watchPage(announcer(readBrought, attentive(tell, read)));
  answerForPage(async () => {
    await watched?.settled();
    return readBrought();
  });
}
