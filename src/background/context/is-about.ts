import type { Context } from '../../article/answers.ts';
import { addressKey } from '../../article/key.ts';

/** Whether a context, perhaps kept from before, is about the page that stands at an address. */
export const isAbout = (context: Context, url: string): context is Extract<Context, { article: unknown }> =>
  'article' in context && addressKey(url) === addressKey(context.article.address);
