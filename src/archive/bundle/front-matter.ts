import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, Schema, safeLoad, Type } from 'js-yaml';
import { headOf } from './head.ts';
import { UnreadablePost } from './unreadable-post.ts';

const refuse = (): never => {
  throw new Error('only YAML front matter is read');
};

/** What a field without a value says: nothing. */
const NOTHING = new Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (text: string | null) => text === null || /^(?:~|null|Null|NULL)?$/.test(text),
  construct: () => null,
});

/** What says itself what it is. */
const NAMED = ['bool', 'int', 'float', 'timestamp'].map(
  (name) =>
    new Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', resolve: (text: string | null) => text !== null, construct: (text) => text }),
);

/**
 * All else is text, as it stands: by the rules of YAML a title `007` would be 7, `20:30` 1230 and `on` true. So there are no dates
 * and no code either.
 */
const TEXTS = new Schema({ include: [FAILSAFE_SCHEMA], implicit: [NOTHING], explicit: NAMED });

/** Options on every call also switch off gray-matter's cache, which would keep each text for ever. */
const OPTIONS = {
  engines: {
    // Of two fields of one name the last holds, as it does for Jekyll.
    yaml: (text: string) => Object(safeLoad(text, { schema: TEXTS, json: true })) as object,
    json: refuse,
    javascript: refuse,
  },
};

/** The fields that are understood. A field of a wrong type is as good as absent: it must not cost the reader the post. */
export interface FrontMatter {
  title: string | undefined;
  date: string | undefined;
  category: string[] | undefined;
  categories: string[] | undefined;
  externe_link: string | undefined;
  /** What Jekyll's own plugins call the address of the original. */
  canonical_url: string | undefined;
  feature_image: string | undefined;
  bron: string | undefined;
  description: string | undefined;
  excerpt: string | undefined;
  aantal: number | undefined;
  woorden: number | undefined;
  unieke: number | undefined;
}

/**
 * Splits a post into its front matter and body.
 * @throws UnreadablePost `no-front-matter`, `front-matter-open` or `front-matter-broken`.
 */
export function readFrontMatter(post: string): { fields: FrontMatter; body: string } {
  const head = headOf(post);
  const data = dataOf(withFewEmptyLines(head.replace(/^---ya?ml/, '---')));
  if (!isMapping(data)) throw new UnreadablePost('front-matter-broken', 'not a list of fields');
  return { fields: fieldsOf(data), body: post.slice(head.length) };
}

function dataOf(head: string): unknown {
  try {
    return matter(head, OPTIONS).data;
  } catch (error) {
    try {
      return matter(withQuotes(head.replace(RUBY, '$1')), OPTIONS).data;
    } catch {
      throw new UnreadablePost('front-matter-broken', firstLine(error));
    }
  }
}

/** The name of a class of Ruby before its fields, as Jekyll's importer of WordPress writes it. */
const RUBY = /^(\w+:)[ \t]+!ruby\/\S+/gm;
const FIELD = /^(\w+):[ \t]+(\S.*)$/gm;
/** What begins something that YAML has, and texts in quotes, those too whose end is missing. */
const YAML_VALUE = /^(?:[!&*|>{[]|"(?:[^"\\]|\\.)*"?$|'(?:[^']|'')*'$)/;
const IN_QUOTES = /^(["'])(.*)\1$/;
/** Longer than this no field of one line is. */
const LONGEST_VALUE = 2000;

/** Puts into quotes what archivers forget to: `title: Storm: code rood`, `title: 's Avonds` and `title: "Hij zei "nee""` are no YAML. */
const withQuotes = (head: string): string =>
  head.replace(FIELD, (line, name: string, rest: string) => {
    const value = rest.trimEnd();
    if (value.length > LONGEST_VALUE || YAML_VALUE.test(value)) return line;
    const text = IN_QUOTES.exec(value)?.[2] ?? value;
    return `${name}: '${text.replaceAll("'", "''")}'`;
  });

/** So many empty lines in a row are as good as more; a head of fewer characters need not be looked through for them. */
const EMPTY_LINES = 100;
const SHORT_HEAD = 4000;

/** gray-matter looks for comments from every empty line through all that follow it: 100 kB of these took it twenty seconds. */
function withFewEmptyLines(head: string): string {
  if (head.length < SHORT_HEAD) return head;
  let empty = 0;
  const isOneTooMany = (line: string) => {
    empty = line.trim() === '' ? empty + 1 : 0;
    return empty > EMPTY_LINES;
  };
  return head
    .split('\n')
    .filter((line) => !isOneTooMany(line))
    .join('\n');
}

/** Copied one by one, as a key of the file may be `__proto__`. By hand: a schema library took half as long as the YAML. */
const fieldsOf = (data: Readonly<Record<string, unknown>>): FrontMatter => ({
  title: textIn(data.title),
  date: textIn(data.date),
  category: textsIn(data.category),
  // As Jekyll reads them: a list, or words with spaces between them.
  categories: textIn(data.categories)?.split(/\s+/) ?? textsIn(data.categories),
  externe_link: textIn(data.externe_link),
  canonical_url: textIn(data.canonical_url),
  feature_image: textIn(data.feature_image),
  bron: textIn(data.bron),
  description: textIn(data.description),
  excerpt: textIn(data.excerpt),
  aantal: countIn(data.aantal),
  woorden: countIn(data.woorden),
  unieke: countIn(data.unieke),
});

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function textsIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) {
    const text = textIn(value);
    return text === undefined ? undefined : [text];
  }
  const texts = value.map(textIn).filter((text) => text !== undefined);
  return texts.length === value.length ? texts : undefined;
}

/** A count as archivers write it: `635`, at times `635.0` or `12_345`. */
function countIn(value: unknown): number | undefined {
  const text = textIn(value)?.trim() ?? '';
  const count = /^\+?\d[\d_]*(?:\.0*)?$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  return Number.isSafeInteger(count) ? count : undefined;
}

const isMapping = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.slice(0, 200) ?? '';
