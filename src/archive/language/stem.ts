import { stemmer } from '@orama/stemmers/dutch';

/**
 * The stem of a lower-case word without marks: Snowball's Dutch one, and what it leaves apart of singular and plural put
 * together: `acties` with `actie`, `plannen` with `plan`, `bedrijven` with `bedrijf`.
 */
export function stemOf(word: string): string {
  if (WHOLE.test(word)) return word.replace(/heden$/, 'heid');
  const stem = stemmer(word.length > 5 && word.endsWith('ies') ? word.slice(0, -1) : word) || word;
  const { length } = stem;
  if (length < 4) return stem;
  const last = stem.charCodeAt(length - 1);
  if (last === stem.charCodeAt(length - 2)) return isVowel(last) ? stem : stem.slice(0, -1);
  // Dutch words end in no v or z, unless an ending went. Shorter ones stay: `lezen` is no `les`.
  if (last === V) return `${stem.slice(0, -1)}f`;
  if (last === Z) return `${stem.slice(0, -1)}s`;
  return stem;
}

/** What is left of these without their ending is another word of every day: `overheid` is no `over`. */
const WHOLE = /(?:over|meerder|minder|open|zeker)he(?:id|den)$/;
const V = 0x76;
const Z = 0x7a;
const isVowel = (code: number) => code === 0x61 || code === 0x65 || code === 0x69 || code === 0x6f || code === 0x75;
