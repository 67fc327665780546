const LONGEST = 320;
/** A lead shorter than this says too little to stop at. */
const SHORT = 80;
const MORE = ' …';

/** Behind these a capital begins no new sentence. */
const ABBREVIATION =
  /(?:^|[\s("'‘“])(?:\p{L}|(?:\p{L}\.)+\p{L}|dr|drs|mr|ir|ing|prof|ds|dhr|mw|mevr|st|sr|jr|nr|ca|jl|art|blz|max|min|vs|resp|kol|gen|lt)\.\s*$/iu;

/** A post's own summary, of one that is as long as a text its lead. */
export const ownSummary = (description: string): string => (description.length > 2 * LONGEST ? summaryOf([description]) : description);

/**
 * The lead of a text: its first sentences, up to 320 characters, without the last ones where these would leave a quotation open or
 * announce what does not follow. A first sentence that is longer is cut between words; what has no spaces, between characters.
 */
export function summaryOf(paragraphs: readonly string[]): string {
  let summary = '';
  let whole = '';
  for (const paragraph of paragraphs) {
    // A sentence longer than this is cut anyhow.
    for (const sentence of sentencesOf(paragraph.slice(0, 2 * LONGEST))) {
      const longer = `${summary} ${sentence}`.trim();
      if (longer.length > LONGEST) {
        if (whole.length >= SHORT) return whole;
        return summary.length < SHORT ? shortened(longer) : summary;
      }
      summary = longer;
      if (canEnd(summary)) whole = summary;
    }
    if (paragraph.length > 2 * LONGEST) break;
  }
  return summary;
}

const numberOf = (text: string, signs: RegExp) => text.match(signs)?.length ?? 0;

/** Whether a text is whole as it stands: no quotation is open in it, and its end announces nothing. */
const canEnd = (text: string) =>
  !text.endsWith(':') && numberOf(text, /"/g) % 2 === 0 && numberOf(text, /[“„«]/g) <= numberOf(text, /[”»]/g);

/** Signs that end a sentence; those of Chinese and Japanese with nothing behind them. */
const END = /[.!?…؟۔]+["'’”»)\]]*\s+(?=["'‘“«([]?[^\p{Ll}\s])|[。！？]+[」』”]*/gu;

/** By hand, as making an Intl.Segmenter takes a browser that has just woken some ten milliseconds. */
function* sentencesOf(text: string): Generator<string> {
  let start = 0;
  for (const end of text.matchAll(END)) {
    const next = end.index + end[0].length;
    if (ABBREVIATION.test(text.slice(start, next))) continue;
    yield text.slice(start, next);
    start = next;
  }
  if (start < text.length) yield text.slice(start);
}

function shortened(text: string): string {
  const room = LONGEST - MORE.length;
  const space = text.lastIndexOf(' ', room);
  if (space > room / 2) return text.slice(0, space).replace(/[\s,;:–-]+$/, '') + MORE;
  // Not through a letter with its marks, or an emoji of several signs.
  const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text.slice(0, 2 * LONGEST));
  return text.slice(0, graphemes.containing(room)?.index || room) + MORE;
}
