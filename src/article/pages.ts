import type { ArticleKey } from './key.ts';

/** Addresses of the archive page, from the root of the extension. */
export const archiveSearch = (query: string): string => `archive.html?${new URLSearchParams({ q: query })}`;
export const archiveArticle = (article: ArticleKey): string => `archive.html?${new URLSearchParams({ article })}`;
