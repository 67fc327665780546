import type { ArticleKey } from './key.ts';

/** Where the archive is searched, from the root of the extension. */
export const searchAddress = (query: string): string => `archive.html?${new URLSearchParams({ q: query })}`;

/** Where an article is read: the archive page, at the newest version unless one is named. */
export const articleAddress = (key: ArticleKey, version?: string): string =>
  `archive.html?${new URLSearchParams({ article: key, ...(version && { version }) })}`;
