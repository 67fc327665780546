import { asObject } from './data.ts';
import { linkedArticle } from './json-ld.ts';
import type { Page } from './page.ts';
import { paragraphsOfHtml } from './text.ts';

/** The text that JSON-LD gives of the page's article, and of its updates. */
export function linkedText(page: Page): string[] {
  const { articleBody, liveBlogUpdate } = linkedArticle(page) ?? {};
  const updates = [liveBlogUpdate].flat().flatMap((update) => {
    const { headline, articleBody } = asObject(update) ?? {};
    return [headline, articleBody];
  });
  const texts = [articleBody, ...updates].filter((text) => typeof text === 'string');
  return paragraphsOfHtml(texts.map((text) => text.replace(/\n+/g, '<br>')));
}
