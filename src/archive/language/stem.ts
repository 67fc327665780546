import { stemmer } from '@orama/stemmers/dutch';
import { endOf, singularOf } from './plurals.ts';

/**
 * The stem of a lower-case word without marks: Snowball's Dutch one, and what it leaves apart of singular and plural put
 * together: `acties` with `actie`, `plannen` with `plan`, `bedrijven` with `bedrijf`, `steden` with `stad`.
 */
export function stemOf(word: string): string {
  if (WHOLE.test(word)) return word.replace(/heden$/, 'heid');
  const one = singularOf(word);
  const bare = one.endsWith('se') ? one.slice(0, -1) : one;
  if (bare.endsWith('s') && S_IS_ITS_OWN.test(bare)) return bare;
  return withoutDoubled(withLongVowel(stemmer(one) || one, one));
}

function withoutDoubled(stem: string): string {
  const { length } = stem;
  if (length < 4) return stem;
  const last = stem.charAt(length - 1);
  if (last === stem.charAt(length - 2)) return 'aeiou'.includes(last) ? stem : stem.slice(0, -1);
  // Dutch words end in no v or z, unless an ending went. Shorter ones stay: `lev` of `Lev` is no `lef`.
  if (last === 'v') return `${stem.slice(0, -1)}f`;
  if (last === 'z') return `${stem.slice(0, -1)}s`;
  return stem;
}

/** What is left of these without their ending is another word of every day: `overheid` is no `over`. */
const WHOLE = /(?:over|meerder|minder|open|zeker)he(?:id|den)$/;

/** The stemmer takes an s behind a consonant for that of a plural, which leaves `kan` of `kans` and `men` of `mens`. */
const S_IS_ITS_OWN = endOf(
  'beurs brons fiets (?<!a)fonds grens kans koers loods plaats prins reeks rots rups schaats schets spits toets (?:^|[gnrs]|nd)arts ' +
    '^(?:dans|deens|engels|frans|gans|gids|heks|kaars|laars|lens|links|mens|muts|paars|pers|pols|' +
    'rechts|schaars|vals|vers|wens)',
);

const SHORT = /^([^aeiouy]{0,2}([aeou]))[^aeiouy]$/;
const OPEN = /^[^aeiouwxy]e(?:n|r|rs)?$/;

/**
 * The stemmer writes long vowels single, so that `zoon` and `zonen` would be `zon`. Those of longer stems stay: few are
 * another word then, and a compound's last part is written as the stemmer leaves it.
 */
function withLongVowel(stem: string, word: string): string {
  const [, begin, vowel] = SHORT.exec(stem) ?? [];
  if (!begin || !vowel || !word.startsWith(begin)) return stem;
  const rest = word.slice(begin.length);
  return rest.startsWith(vowel) || OPEN.test(rest) ? begin + vowel + stem.slice(-1) : stem;
}
