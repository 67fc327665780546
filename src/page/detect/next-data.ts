import type { ArticleKind } from '../../article/answers.ts';
import { asObject, type Json, parsed } from './data.ts';
import { type Facts, keywordsOf, NO_FACTS, plain, timeOf } from './facts.ts';
import type { Page } from './page.ts';
import { folded } from './shown.ts';
import { paragraphsOfHtml } from './text.ts';

/**
 * The data of a Next.js page, as NOS has them since 2022. They describe the page that was loaded first, also after
 * client-side navigation, so they count only when their number is that of the address.
 */
export function nextFacts({ html, key }: Page): Facts & { paragraphs: string[] } {
  const props = asObject(asObject(asObject(parsed(html.querySelector('script#__NEXT_DATA__')))?.props)?.pageProps);
  const data = asObject(props?.data);
  for (const one of [asObject(props?.article), asObject(data?.content), data]) {
    if (!one || !['number', 'string'].includes(typeof one.id) || !key.endsWith(`:${one.id}`)) continue;
    return {
      isArticle: true,
      title: plain(one.title),
      published: timeOf(one.publishedAt),
      modified: timeOf(one.modifiedAt),
      keywords: keywordsOf(one.keywords ?? [], one.categories ?? []),
      kind: kindOf(one),
      paragraphs: paragraphsOfHtml([one.items].flat().flatMap(htmlOf)),
    };
  }
  return { ...NO_FACTS, paragraphs: [] };
}

function kindOf({ type, __typename }: Json): ArticleKind | null {
  const said = `${folded(type)} ${folded(__typename)}`.toLowerCase();
  return (['liveblog', 'video', 'audio'] as const).find((kind) => said.includes(kind)) ?? null;
}

/** The text of one item of an article; pictures and boxes of links have none. */
function htmlOf(value: unknown): string[] {
  const item = asObject(value);
  const type = folded(item?.type) || folded(item?.__typename);
  if (!item || !/^(?:text|title|heading|paragraph|quote)/i.test(type)) return [];
  const html = [item.text, item.content, item.body, item.title].find((text) => typeof text === 'string') as string | undefined;
  return html ? [html] : [];
}
