/**
 * Names that only their capitals tell from words of every day: Islamic State (`IS`) and the public prosecutor (`OM`). The stem of each is
 * one that no word has.
 */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['IS', 'is0'],
  ['OM', 'om0'],
]);

/** A name, perhaps with an ending: `IS’ers`. */
const NAMED = /^([A-Z]{2})(?:['’].*)?$/s;

/** The stem of a name as it stands in a text; undefined of any other word. */
export const nameStem = (word: string): string | undefined => NAMES.get(NAMED.exec(word)?.[1] ?? '');

/** The stem of the name that is written as a word of every day by who types no capitals. */
export const nameLike = (stem: string): string | undefined => NAMES.get(stem.toUpperCase());

const SMALL = /\p{Ll}/u;
const LOUD_WORDS = /\p{Lu}{2,}\P{L}+\p{Lu}{2,}/u;

/** A text whose words are all in capitals tells no name by them: it is taken as small letters. Places in it stay. */
export function quieted(text: string): string {
  // One by one: a pattern for both takes several times as long, on every text.
  if (!(text.includes('IS') || text.includes('OM')) || SMALL.test(text) || !LOUD_WORDS.test(text)) return text;
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}
