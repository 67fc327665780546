import type { MarkedText } from '../../article/answers.ts';
import { type Token, tokensOf } from '../language/analyse.ts';

/** A stretch of a text, and whether it is what was looked for. */
export type SnippetPart = MarkedText[number];

/** Whether a word of a text is looked for: by its stem, or by what it stands among. */
export type IsHit = (stem: string, i: number, tokens: readonly Token[], text: string) => boolean;

const hitsIn = (text: string, isHit: IsHit): Token[] => tokensOf(text).filter(({ stem }, i, tokens) => isHit(stem, i, tokens, text));

/** Further down a long text no words are looked for. */
const LOOKED_AT = 20_000;
/** Two hits with no more than this between them are shown as one. */
const THIN = /^[\s-]*$/;

/**
 * The stretch of an article that shows most of what was looked for, or its lead.
 * @param length of the stretch in characters, without the ellipses
 */
export function snippetOf(paragraphs: readonly string[], isHit: IsHit, length = 200): SnippetPart[] {
  const text = beginning(paragraphs);
  const hits = hitsIn(text, isHit);
  const { first, last } = bestRun(hits, length);
  const from = hits[first]?.start ?? 0;
  const to = Math.min(hits[last]?.end ?? 0, from + length);
  const start = startOf(text, from, to, length);
  const end = endOf(text, start, to, length);
  const parts = marked(text, hits, start, end);
  const before = text.slice(0, start).trim() !== '';
  const after = text.slice(end).trim() !== '' || text.length >= LOOKED_AT;
  if (before) parts.unshift({ text: '… ', hit: false });
  if (after) parts.push({ text: ' …', hit: false });
  return merged(parts);
}

/** A whole text, such as a title, with what was looked for. */
export function highlighted(text: string, isHit: IsHit): SnippetPart[] {
  return marked(text, hitsIn(text, isHit), 0, text.length);
}

function beginning(paragraphs: readonly string[]): string {
  let text = '';
  for (const paragraph of paragraphs) {
    if (text.length >= LOOKED_AT) break;
    text += text === '' ? paragraph.slice(0, LOOKED_AT) : ` ${paragraph.slice(0, LOOKED_AT)}`;
  }
  return text.slice(0, LOOKED_AT);
}

/** The run of hits within a length that has the most different words; of equal runs the earliest. */
function bestRun(hits: readonly Token[], length: number): { first: number; last: number } {
  const within = new Map<string, number>();
  const best = { first: 0, last: 0, distinct: 0, all: 0 };
  let first = 0;
  hits.forEach((hit, last) => {
    within.set(hit.stem, (within.get(hit.stem) ?? 0) + 1);
    for (let out = hits[first]; out && first < last && hit.end - out.start > length; out = hits[first]) {
      const left = (within.get(out.stem) ?? 0) - 1;
      if (left > 0) within.set(out.stem, left);
      else within.delete(out.stem);
      first++;
    }
    if (within.size > best.distinct) Object.assign(best, { first, last, distinct: within.size });
    else if (within.size === best.distinct && first === best.first) best.last = last;
  });
  return best;
}

/** Where to begin, so that some text stands before the first hit: with a sentence if one begins there, else with a word. */
function startOf(text: string, from: number, to: number, length: number): number {
  const room = length - (to - from);
  const behind = Math.min(Math.ceil(room / 2), text.length - to);
  const earliest = Math.max(0, from - (room - behind));
  if (earliest === 0) return 0;
  const before = text.slice(earliest, from);
  const sentence = /[.!?…]["'’”]?\s+(?=\S)|[。！？]/.exec(before);
  if (sentence) return earliest + sentence.index + sentence[0].length;
  if (/\s/.test(text[earliest - 1] ?? '')) return earliest;
  const space = /\s+/.exec(before);
  return space ? earliest + space.index + space[0].length : wholeAt(text, earliest);
}

/** Where to end: with a word, unless there are no spaces to tell words by. */
function endOf(text: string, start: number, to: number, length: number): number {
  const latest = Math.max(start + length, to);
  if (latest >= text.length) return text.length;
  for (let end = latest; end >= to && end > start; end--) {
    if (/\s/.test(text[end] ?? '')) return text.slice(0, end).trimEnd().length;
  }
  return wholeAt(text, latest);
}

/** A place at which no character, nor one with its marks, is cut in two: this one, or the first before it. */
function wholeAt(text: string, at: number): number {
  let whole = at;
  while (whole > 0 && (isPair(text, whole) || /^\p{M}/u.test(text.slice(whole, whole + 2)))) whole--;
  return whole;
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

function marked(text: string, hits: readonly Token[], start: number, end: number): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let at = start;
  for (const hit of hits) {
    const from = Math.max(hit.start, at);
    const to = Math.min(hit.end, end);
    if (from >= to) continue;
    const between = text.slice(at, from);
    const previous = parts.at(-1);
    if (previous?.hit && THIN.test(between)) {
      previous.text += between + text.slice(from, to);
    } else {
      if (between) parts.push({ text: between, hit: false });
      parts.push({ text: text.slice(from, to), hit: true });
    }
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false });
  return parts;
}

function merged(parts: readonly SnippetPart[]): SnippetPart[] {
  const all: SnippetPart[] = [];
  for (const part of parts) {
    const previous = all.at(-1);
    if (previous && previous.hit === part.hit) previous.text += part.text;
    else all.push({ ...part });
  }
  return all;
}
