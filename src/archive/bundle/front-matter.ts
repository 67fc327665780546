import matter from 'gray-matter';
import { JSON_SCHEMA, safeLoad } from 'js-yaml';
import * as v from 'valibot';
import { UnreadablePost } from './unreadable-post.ts';

const refuse = (): never => {
  throw new Error('only YAML front matter is read');
};

/**
 * Options on every call also switch off gray-matter's cache, which would keep each text for ever. JSON_SCHEMA knows no
 * dates and no code: a date stays the text that it is.
 */
const OPTIONS = {
  engines: {
    yaml: (text: string) => Object(safeLoad(text, { schema: JSON_SCHEMA })) as object,
    json: refuse,
    javascript: refuse,
  },
};

const text = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const optionalText = v.fallback(v.optional(text), undefined);
const optionalCount = v.fallback(
  v.optional(
    v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*\d+\s*$/), v.transform(Number))]), v.safeInteger(), v.minValue(0)),
  ),
  undefined,
);
const optionalTexts = v.fallback(
  v.optional(
    v.union([
      v.pipe(
        text,
        v.transform((one) => [one]),
      ),
      v.array(text),
    ]),
  ),
  undefined,
);

/** The fields that are understood. A field of a wrong type is as good as absent: it must not cost the reader the post. */
const FrontMatter = v.object({
  title: optionalText,
  date: optionalText,
  category: optionalTexts,
  categories: optionalTexts,
  externe_link: optionalText,
  feature_image: optionalText,
  bron: optionalText,
  description: optionalText,
  excerpt: optionalText,
  aantal: optionalCount,
  woorden: optionalCount,
  unieke: optionalCount,
});
export type FrontMatter = v.InferOutput<typeof FrontMatter>;

/** From the opening `---` (or `---yaml`) to the line that closes it. */
const HEAD = /^---(?:ya?ml)?[ \t]*\r?\n(?:[\s\S]*?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Splits a post into its front matter and body.
 * @throws UnreadablePost `no-front-matter`, `front-matter-open` or `front-matter-broken`.
 */
export function readFrontMatter(post: string): { fields: FrontMatter; body: string } {
  // The word behind the opening `---` names gray-matter's engine, and would also find `constructor` and its like.
  if (!/^---(?:ya?ml)?[ \t]*\r?\n/.test(post)) throw new UnreadablePost('no-front-matter');
  const head = HEAD.exec(post)?.[0];
  if (head === undefined) throw new UnreadablePost('front-matter-open');
  let data: unknown;
  try {
    data = matter(head.replace(/^---ya?ml/, '---'), OPTIONS).data;
  } catch (error) {
    throw new UnreadablePost('front-matter-broken', firstLine(error));
  }
  const fields = v.safeParse(FrontMatter, data);
  if (!fields.success || Array.isArray(data) || !isMapping(data)) throw new UnreadablePost('front-matter-broken', 'not a list of fields');
  return { fields: fields.output, body: post.slice(head.length) };
}

const isMapping = (data: unknown) => typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
