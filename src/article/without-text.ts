import type { PageArticle } from './answers.ts';

/** An article of which nothing but the address is known. */
export const withoutText = ({ key, address, kind }: Pick<PageArticle, 'key' | 'address' | 'kind'>): PageArticle => ({
  key,
  address,
  title: '',
  paragraphs: [],
  published: null,
  modified: null,
  keywords: [],
  kind,
});
