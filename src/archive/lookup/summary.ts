const LONGEST = 320;
/** A lead shorter than this says too little to stop at. */
const SHORT = 80;
const MORE = ' …';

/** Behind these a capital begins no new sentence. */
const ABBREVIATION =
  /(?:^|[\s("'‘“])(?:\p{L}|(?:\p{L}\.)+\p{L}|dr|drs|mr|ir|ing|prof|ds|dhr|mw|mevr|st|sr|jr|nr|ca|jl|art|blz|max|min|vs|resp|kol|gen|lt)\.\s*$/iu;

let segmenter: Intl.Segmenter | undefined;

/**
 * The lead of a text: its first sentences, up to 320 characters. A first sentence that is longer is cut between words;
 * what has no spaces, between characters.
 */
export function summaryOf(paragraphs: readonly string[]): string {
  let summary = '';
  for (const paragraph of paragraphs) {
    // A sentence longer than this is cut anyhow, and a segmenter reads all of a text before its first sentence.
    for (const sentence of sentencesOf(paragraph.slice(0, 2 * LONGEST))) {
      const longer = `${summary} ${sentence}`.trim();
      if (longer.length > LONGEST) return summary.length < SHORT ? shortened(longer) : summary;
      summary = longer;
    }
    if (paragraph.length > 2 * LONGEST) break;
  }
  return summary;
}

function* sentencesOf(text: string): Generator<string> {
  // Making one is costly, so not before it is needed and not twice.
  segmenter ??= new Intl.Segmenter('nl', { granularity: 'sentence' });
  let sentence = '';
  for (const { segment } of segmenter.segment(text)) {
    sentence += segment;
    if (ABBREVIATION.test(segment)) continue;
    yield sentence;
    sentence = '';
  }
  if (sentence) yield sentence;
}

function shortened(text: string): string {
  const room = LONGEST - MORE.length;
  const space = text.lastIndexOf(' ', room);
  if (space > room / 2) return text.slice(0, space).replace(/[\s,;:–-]+$/, '') + MORE;
  // Not through a letter with its marks, or an emoji of several signs.
  const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text.slice(0, 2 * LONGEST));
  return text.slice(0, graphemes.containing(room)?.index || room) + MORE;
}
