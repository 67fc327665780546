/** What words end in, as expressions with a space between them. */
export const endOf = (endings: string): RegExp => new RegExp(`(?:${endings.replaceAll(' ', '|')})$`);

const LONGER_IN_ES = '(?<=[aeiouy][^aeiouy]+[aeiouy]+[^aeiouy]+e)';
/** These have an s of their own, or that of a feminine whose plural is in `essen`. */
const OWN_ES = 'acce adre angele [ae]re cipre congre exce expre [hj]anne matre mercede prinse proce succe';
/** Of one syllable without it, where a name or another word may end so: `alles` is no plural of `alle`. */
const SHORT_IN_ES =
  'bende boete bolide cafe code dame date drone fase game kade keuze line pauze race ronde route ruimte rente site stage zege ziekte';

/** Plurals that are made by no rule of the stemmer's, by their last letter: what they end in, and what their singular does. */
const PLURALS: Readonly<Record<string, readonly [RegExp, string][]>> = {
  n: [
    // `overleden`, `verleden`, `kleden` and `besteden` are none.
    [/(?<!over|ver|ge|be|ont|jongst|[gk])leden$/, 'lid'],
    [/(?<!be)steden$/, 'stad'],
    [/(?<!ver|in|ont)schepen$/, 'schip'],
    [/(?<=blad|ei|kind|lied|rund)eren$/, ''],
    [/(?<=koe)ien$/, ''],
    [/(?<!be)volkeren$/, 'volk'],
    [/kalveren$/, 'kalf'],
    [/lammeren$/, 'lam'],
    // `ideeën`, `industrieën`, `bacteriën`: the marks are gone.
    [/(?<=[ie]e)en$/, ''],
    [/(?<=bacteri|koloni|pori|provinci)en$/, 'e'],
  ],
  s: [
    [/(?<=(?:dek|exam|hav|jong|keuk|kuss|mol|tek|vark|wag|wap)en|je|[a-z]{3}ie)s$/, ''],
    [endOf(`(?<=^(?:${SHORT_IN_ES.replaceAll(' ', '|')}))s ${LONGER_IN_ES}(?<!${OWN_ES.replaceAll(' ', '|')})s`), ''],
  ],
  a: [
    [/(?<=mus|jubil|lyc)ea$/, 'eum'],
    [/(?<=aquar|auditor|consort|cremator|criter|decenn|gymnas|laborator|millenn|pod|stad|transfer)ia$/, 'ium'],
    [/(?<=centr|referend|^for)a$/, 'um'],
  ],
  i: [[/(?<=[dhmnrst])ici$/, 'icus']],
};

/** Those of one syllable that have a short vowel in the singular or the past only; and a few that are too short for the stemmer. */
const SHORT = new Map(
  [
    'bad-en blad-en brak-en dag-en dak-en gat-en god-en hol-en kom-en kwam-en lag-en lot-en pad-en schot-en slag-en slot-en spel-en',
    'trad-en vat-en weg-en zag-en zat-en aap-apen glas-glazen graf-graven hof-hoven oog-ogen oor-oren smid-smeden staf-staven uur-uren',
  ].flatMap((line) =>
    line.split(' ').map((word) => {
      const [one = '', many = ''] = word.split('-');
      return [many === 'en' ? one + many : many, one] as const;
    }),
  ),
);

/** Most words in `n` and in `s` are none of those plurals, and this is seen fastest. */
const ENDINGS = new Set('eden epen eren eien ieen eeen cien nien rien es ns'.split(' '));
const LONGEST_SHORT = Math.max(...[...SHORT.keys()].map(({ length }) => length));

/** The singular of a plural that the stemmer would leave apart from it; any other word as it is. */
export function singularOf(word: string): string {
  const short = word.length <= LONGEST_SHORT ? SHORT.get(word) : undefined;
  if (short) return short;
  const last = word.charAt(word.length - 1);
  if ((last === 'n' || last === 's') && !ENDINGS.has(word.slice(last === 'n' ? -4 : -2))) return word;
  for (const [plural, singular] of PLURALS[last] ?? []) if (plural.test(word)) return word.replace(plural, singular);
  return word;
}
