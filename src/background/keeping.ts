import type { Kept, PageArticle } from '../article/answers.ts';
import { keepArticle } from './capture/keep.ts';
import { articleRead, pageToKeep } from './capture/read.ts';
import { tidy } from './capture/tidy.ts';
import { makeContext } from './context/context.ts';
import { readPage } from './context/page.ts';

/** An article was looked at: does what the reader wants done with it, and shows at once what came of it. */
export async function takeIn(tab: number, article: PageArticle, isVisit: boolean): Promise<void> {
  if (await articleRead(article, isVisit, Date.now())) await show(tab, article);
}

/** Keeps the article of a tab, as the reader asks. */
export async function keepTab(tab: number): Promise<Kept | 'no-article'> {
  const article = await readPage(tab).catch(() => null);
  if (!article) return 'no-article';
  const kept = await keepArticle(pageToKeep(article), Date.now());
  if (kept !== 'unchanged' && kept !== 'too-short') await show(tab, article);
  return kept;
}

async function show(tab: number, article: PageArticle): Promise<void> {
  await makeContext(tab, article);
  await tidy();
}
