import type { PageArticle } from '../../article/answers.ts';
import type { ArticleToKeep } from './keep.ts';

/** An article as its page tells it, in the form in which it is kept. */
export const pageToKeep = (article: PageArticle): ArticleToKeep => ({
  key: article.key,
  address: article.address,
  title: article.title,
  text: article.paragraphs.map((text, i) => ({ kind: article.headings?.includes(i) ? 'heading' : 'paragraph', text })),
  published: article.published,
  modified: article.modified,
  categories: article.section ? [article.section.toLowerCase()] : [],
  picture: article.picture ?? null,
  isTranslated: article.isTranslated,
  isLiveblog: article.kind === 'liveblog',
});
