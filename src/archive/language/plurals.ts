/** What words end in, as expressions with a space between them. */
export const endOf = (endings: string): RegExp => new RegExp(`(?:${endings.replaceAll(' ', '|')})$`);

/**
 * Plurals that are made by no rule of the stemmer's, by their last letter: what they end in, and what their singular does.
 * Where other words end so, what stands before tells them apart: `overleden`, `besteden`, `zangeressen`, `alles` are none.
 */
const PLURALS: Readonly<Record<string, readonly [RegExp, string][]>> = {
  n: [
    [/(?<!ver|[gb]e|ont|jongst|[gk])leden$/, 'lid'],
    [/(?<!be)steden$/, 'stad'],
    [/(?<!ver)schepen$/, 'schip'],
    // The vowel of `dag`, of `kwam` and of `glas` is a short one. Of `ideeën`, `industrieën` and `bacteriën` the marks are gone.
    [
      endOf(
        '(?<=^(?:bad|blad|dag|dak|gat|god|kom|kwam|lag|lot|pad|schot|slag|slot|spel|vat|weg|zag|zat)|[ie]e)en ' +
          '(?<=blad|ei|kind|lied|rund)eren (?<=koe)ien',
      ),
      '',
    ],
    [/(?<=bacteri)en$/, 'e'],
    [/^glazen$/, 'glas'],
    [/(?<=^gra|^ho)ven$/, 'f'],
    // `uren`, `oren`, `ogen`, `apen`.
    [/^(?!open)([aou])([gpr])en$/, '$1$1$2'],
  ],
  s: [
    [
      endOf(
        '(?<=(?:exam|hav|jong|keuk|mol|vark|wag|wap)en|je|[a-z]{3}ie|^(?:bende|boete|cafe|code|dame|drone|fase|game|kade|keuze|pauze|race|' +
          'ronde|route|ruimte|rente|site|stage|zege|ziekte))s ' +
          '(?<=[aeiouy][^aeiouy]+[aeiouy]+[^aeiouy]+e)(?<!adre|angele|[ae]re|congre|[hj]anne|mercede|prinse|proce|succe)s',
      ),
      '',
    ],
  ],
  a: [
    [/(?<=mus|jubil)ea$/, 'eum'],
    [/(?<=criter|decenn|laborator|pod|stad)ia$/, 'ium'],
    [/centra$/, 'centrum'],
  ],
  i: [[/(?<=[dhmnrst])ici$/, 'icus']],
};

/** Most longer words in `n` and in `s` are none of these, and this is seen fastest. */
const MAY_BE = /(?:ed|ep|er|ei|[ie]e|ri)en$|[en]s$|[^ns]$/;
const LONG = 8;

/** The singular of a plural that the stemmer would leave apart from it; any other word as it is. */
export function singularOf(word: string): string {
  if (word.length >= LONG && !MAY_BE.test(word)) return word;
  for (const [plural, singular] of PLURALS[word.charAt(word.length - 1)] ?? [])
    if (plural.test(word)) return word.replace(plural, singular);
  return word;
}
