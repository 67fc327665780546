const LONGEST = 320;

/** The lead of a text: its first sentences up to some 320 characters; a longer first sentence is cut between words. */
export function summaryOf(paragraphs: readonly string[]): string {
  let summary = '';
  for (const paragraph of paragraphs) {
    for (const { segment } of new Intl.Segmenter('nl', { granularity: 'sentence' }).segment(paragraph)) {
      const longer = `${summary} ${segment}`.trim();
      if (longer.length > LONGEST) return summary || shortened(longer);
      summary = longer;
    }
  }
  return summary;
}

function shortened(text: string): string {
  const cut = text.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space) : cut} …`;
}
