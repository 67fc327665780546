import { detectArticle } from '../detect/article.ts';

declare global {
  var terugblikReading: typeof detectArticle | undefined;
}

// Put beside the content script when there is an article to read: most pages of a news site show none.
globalThis.terugblikReading = detectArticle;
