const MOST_THINGS = 500;

export type Json = Record<string, unknown>;

export const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

/** Whatever a page carries as JSON; a page that breaks it has no such data. */
export function parsed(script: Element | null): unknown {
  const text = script?.textContent ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return parsedLoosely(text);
  }
}

/** The same of a text wrapped in what is to hide it from old browsers, or with line breaks within its strings. */
function parsedLoosely(text: string): unknown {
  const bare = text.replace(/<!\[CDATA\[|\]\]>/g, '');
  // By their places: a pattern for what stands behind the last would try at every character of a long text.
  const end = Math.max(bare.lastIndexOf(']'), bare.lastIndexOf('}')) + 1;
  try {
    return JSON.parse(bare.slice(Math.max(0, bare.search(/[[{]/)), end).replace(/\p{Cc}+/gu, ' '));
  } catch {
    return null;
  }
}

export const typesOf = (thing: Json): string[] => [thing['@type']].flat().filter((type) => typeof type === 'string');

/** Everything that a page's JSON-LD speaks of, however it is packed. */
export function thingsOf(html: Element): Json[] {
  const things: Json[] = [];
  const add = (value: unknown, depth: number): void => {
    if (depth > 4 || things.length >= MOST_THINGS) return;
    if (Array.isArray(value)) {
      for (const one of value) add(one, depth + 1);
      return;
    }
    const thing = asObject(value);
    if (!thing) return;
    things.push(thing);
    add(thing['@graph'], depth + 1);
    if (typeof thing.mainEntity === 'object') add(thing.mainEntity, depth + 1);
  };
  for (const script of html.querySelectorAll('script[type="application/ld+json" i]')) add(parsed(script), 0);
  return things.filter((thing) => typesOf(thing).length > 0);
}
