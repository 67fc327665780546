/** What a text's code units are to its words, and what a word that is not plain ASCII letters comes to. */

/** What a code unit is to a word. `MARK` and above go on in one; only `WORD` begins one. */
export const GAP = 1;
/** A point or comma, which digits on both sides make part of a number. */
const SEPARATOR = 2;
export const APOSTROPHE = 3;
/** Combining marks, what is not seen (soft hyphens, joiners, spaces of no width), and the second half of a surrogate pair. */
export const MARK = 4;
export const WORD = 5;

const STARTS = /[\p{L}\p{N}]/u;
const CONTINUES = /[\p{M}\p{Cf}]/u;
const APOSTROPHES = /['’‘‛′ʻʼˈꞌ＇`´]/;

/** By code unit, filled when first asked; the first half of a surrogate pair stays 0, as its second half decides. */
const KINDS = new Uint8Array(0x10000);

/** What stands at a place among the code units of a text. */
export const kindAt = (units: Uint16Array, at: number): number => KINDS[units[at] as number] || newKind(units, at);

function newKind(units: Uint16Array, at: number): number {
  const code = units[at] as number;
  if (code >= 0xd800 && code < 0xdc00) return kindOfPair(code, units[at + 1] as number);
  const kind = kindOf(String.fromCharCode(code), code);
  KINDS[code] = kind;
  return kind;
}

function kindOfPair(first: number, second: number): number {
  if (second < 0xdc00 || second >= 0xe000) return GAP;
  const sign = String.fromCharCode(first, second);
  return STARTS.test(sign) ? WORD : CONTINUES.test(sign) ? MARK : GAP;
}

function kindOf(char: string, code: number): number {
  if (code >= 0xdc00 && code < 0xe000) return MARK;
  if (char === '.' || char === ',') return SEPARATOR;
  if (APOSTROPHES.test(char)) return APOSTROPHE;
  return STARTS.test(char) ? WORD : CONTINUES.test(char) ? MARK : GAP;
}

/** A folded word and where it stands. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

/** Longer words are cut: they are no words but data. */
const LONGEST = 64;
const NUMBER = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?$|^\d+,\d{1,3}$/;
/** Scripts that put no spaces between words: there each letter is a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
export const isUnspaced = (text: string): boolean => UNSPACED.test(text);
const MARKS = /\p{M}+/gu;
/** Letters that no decomposition brings to the ones typed for them. */
const LIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};
const ENDING = /'(?:s|n|je|jes|tje|tjes|er|ers|en|ster|sters)$/;

/** A letter, mark or other sign without case, marks and ligatures; an apostrophe of any kind as the plain one. */
function foldedSign(sign: string): string {
  if (APOSTROPHES.test(sign)) return "'";
  if (CONTINUES.test(sign)) return '';
  // Of `ŉ` an apostrophe comes apart, which is none of the word's.
  const lower = sign.normalize('NFKD').replace(MARKS, '').toLowerCase().replace('ʼ', '');
  return LIKE[lower] ?? lower;
}

/** The words in a stretch of text that the scan took for one, folded; mostly that is one word, and at times none. */
export function piecesOf(raw: string): Piece[] {
  if (raw.length <= LONGEST && NUMBER.test(raw)) return [{ text: raw.replaceAll('.', ''), start: 0, end: raw.length }];
  const pieces: Piece[] = [];
  let text = '';
  let start = 0;
  let end = 0;
  const close = () => {
    const bare = text.replace(ENDING, '').replaceAll("'", '');
    if (bare) pieces.push({ text: bare, start, end });
    text = '';
  };
  let at = 0;
  for (const sign of raw) {
    const apart = UNSPACED.test(sign);
    if (apart) close();
    for (const char of foldedSign(sign)) {
      if (isTermSign(char)) {
        if (text === '') start = at;
        if (text.length + char.length <= LONGEST) text += char;
        end = at + sign.length;
      } else if (char === "'" && text !== '') {
        if (text.length < LONGEST) text += char;
      } else close();
    }
    at += sign.length;
    // What goes on a letter belongs to it.
    if (text !== '' && CONTINUES.test(sign)) end = at;
    if (apart) close();
  }
  close();
  return pieces;
}

/** Letters of U+E000 to U+FFFF, a dozen ideographs, would sort before pairs in UTF-8 and behind them in UTF-16. */
const isTermSign = (char: string) => STARTS.test(char) && (char < '\ue000' || char.length > 1);

const EVERY_LIKE = new RegExp(`[${Object.keys(LIKE).join('')}]`, 'g');
const EVERY_APOSTROPHE = new RegExp(APOSTROPHES.source, 'g');
const EVERY_CONTINUES = new RegExp(`(?:${CONTINUES.source})+`, 'gu');
const EVERY_UNSPACED = new RegExp(UNSPACED.source, 'gu');
const BETWEEN = /(?:[^\p{L}\p{N}']|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}]))+/gu;
const ASCII_BETWEEN = /(?:[^a-z0-9']|(?<![a-z0-9])'|'(?![a-z0-9]))+/g;
const ASCII = /^\p{ASCII}*$/u;

/** The words of a text as one line: folded, a space between them, apostrophes inside words kept, none stemmed. */
export function foldedText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(EVERY_APOSTROPHE, "'").replace(ASCII_BETWEEN, ' ').trim();
  return text
    .replace(EVERY_APOSTROPHE, "'")
    .normalize('NFKD')
    .replace(EVERY_CONTINUES, '')
    .toLowerCase()
    .replace(EVERY_LIKE, (letter) => LIKE[letter] ?? letter)
    .replaceAll('ʼ', "'")
    .replace(EVERY_UNSPACED, ' $& ')
    .replace(BETWEEN, ' ')
    .trim();
}
