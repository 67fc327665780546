import { answerForPage, ask } from '../../messages/channel.ts';
import { detectArticle } from '../detect/article.ts';
import { announcer } from './announce.ts';
import { watchPage } from './watch.ts';

declare global {
  var terugblik: true | undefined;
}

// A tab from before an installation or update gets this script once more, on a click.
if (!globalThis.terugblik) {
  globalThis.terugblik = true;
  const read = () => detectArticle(document, location.href);
  const settled = watchPage(announcer(read, ask));
  answerForPage(() => settled().then(read));
}
