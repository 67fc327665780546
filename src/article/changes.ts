import type { ChangeCounts } from './change-counts.ts';
import { comparedParagraphs, type Paragraph, sameBreaks } from './changes-paragraphs.ts';
import { beforeWall, type Part, partOf } from './changes-part.ts';
import { type Aligned, alignParts } from './changes-splits.ts';
import { type Budget, type Piece, textOf, tokensOf, wordChanges } from './changes-words.ts';

export type { Piece };

/** A text as it is compared. */
export interface ComparedText {
  title: string;
  paragraphs: readonly string[];
}

/**
 * A paragraph of either text or of both. `beyond` stands in one text, where the other is there only in part: nothing says
 * whether it was added or removed.
 */
export interface ChangedRow {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'beyond';
  pieces: Piece[];
  /** Which way it moved in the new text. */
  moved?: 'up' | 'down';
}

/** What changed from an old text to a new one: plain data. */
export interface Changes {
  title: Piece[];
  /** In the order of the new text, each removed one after what stood before it. */
  rows: ChangedRow[];
  counts: ChangeCounts;
}

/** Steps that comparing words may take over all paragraphs: some tens of milliseconds. */
const MOST_STEPS = 1_000_000;

/**
 * Compares two texts by paragraph and word. Other quotes, dashes, spaces, entities and line breaks are no change. The work is
 * bounded: of texts of any size and kind it tells the changes within some 300 ms, more roughly.
 */
export function changesOf(old: ComparedText, now: ComparedText): Changes {
  const budget: Budget = { steps: MOST_STEPS };
  const title = wordChanges(tokensOf(old.title), tokensOf(now.title), budget);
  const [oldRead, nowRead] = [comparedParagraphs(old.paragraphs), comparedParagraphs(now.paragraphs)];
  const [before, after] = [beforeWall(oldRead, nowRead), beforeWall(nowRead, oldRead)];
  const walled = { old: before.length < oldRead.length, new: after.length < nowRead.length };
  const part = partOf(before, after, walled);
  const rows = comparedRows(before, after, part, budget);
  const count = (kind: ChangedRow['kind']) => rows.reduce((sum, row) => sum + (row.kind === kind ? 1 : 0), 0);
  const counts = {
    title: title.some(isChange),
    same: count('same'),
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    moved: count('moved'),
    partial: part?.of ?? null,
  };
  const ofWalled = (changes: Changes, of: Part['of']) => (walled[of] ? withoutBeyond(changes, of, rowsInBoth(rows).end) : changes);
  return ofWalled(ofWalled({ title, rows, counts }, 'old'), 'new');
}

/** Where the paragraphs that stand in both texts begin and end; both 0 for texts that share none. */
export function rowsInBoth(rows: readonly ChangedRow[]): { start: number; end: number } {
  const isInBoth = ({ kind }: ChangedRow) => kind !== 'added' && kind !== 'removed';
  return { start: Math.max(0, rows.findIndex(isInBoth)), end: rows.findLastIndex(isInBoth) + 1 };
}

/** The same, where one of the texts was not shown or read whole: what the other has at these places was neither added nor removed. */
export function withoutBeyond(changes: Changes, of: 'old' | 'new', from: number, to = Infinity): Changes {
  const kind = of === 'old' ? 'added' : 'removed';
  const isBeyond = (row: ChangedRow, i: number) => row.kind === kind && i >= from && i < to;
  const beyond = changes.rows.filter(isBeyond).length;
  if (beyond === 0) return changes;
  const rows = changes.rows.map((row, i) => (isBeyond(row, i) ? { ...row, kind: 'beyond' as const } : row));
  return { ...changes, rows, counts: { ...changes.counts, [kind]: changes.counts[kind] - beyond, partial: of } };
}

const isChange = ({ change }: Piece) => change !== 'same';

/** The rows of two texts of which one begins the other, and ends there. */
function rowsBeyond(whole: readonly Paragraph[], { of, words }: Part): ChangedRow[] {
  const change = of === 'old' ? 'added' : 'removed';
  let left = words;
  return whole.map(({ tokens }) => {
    const [known, beyond] = [tokens.slice(0, left), tokens.slice(left)];
    left -= known.length;
    const pieces: Piece[] = [];
    if (known.length > 0) pieces.push({ change: 'same', text: textOf(known) });
    if (beyond.length > 0) pieces.push({ change, text: textOf(beyond) });
    return { kind: beyond.length > 0 ? 'beyond' : 'same', pieces };
  });
}

/** Of a part that was written apart nothing says what was added to it or removed. */
const beyondPart = (row: ChangedRow): ChangedRow => (row.kind === 'added' || row.kind === 'removed' ? { ...row, kind: 'beyond' } : row);

function comparedRows(old: readonly Paragraph[], now: readonly Paragraph[], part: Part | null, budget: Budget): ChangedRow[] {
  if (part && part.words > 0) return rowsBeyond(part.of === 'old' ? now : old, part);
  if (part) return rowsOf(alignParts(old, now), budget).map(beyondPart);
  return rowsOf(alignParts(...sameBreaks(old, now)), budget);
}

function rowsOf({ old, now, pairs }: Aligned, budget: Budget): ChangedRow[] {
  const pairOf = new Map(pairs.map((pair) => [pair.now, pair]));
  const aligned = new Set(pairs.map((pair) => pair.old));
  const stayed = pairs.filter(({ moved }) => !moved).map((pair) => pair.old);
  const rows: ChangedRow[] = [];
  let passed = 0;
  const removedAfter = (place: number) => {
    const end = stayed[passed] ?? old.length;
    for (const [i, { tokens }] of old.slice(place + 1, end).entries()) {
      if (!aligned.has(place + 1 + i)) rows.push({ kind: 'removed', pieces: [{ change: 'removed', text: textOf(tokens) }] });
    }
  };
  removedAfter(-1);
  now.forEach((paragraph, i) => {
    const pair = pairOf.get(i);
    const before = pair && old[pair.old];
    if (!pair || !before) rows.push({ kind: 'added', pieces: [{ change: 'added', text: textOf(paragraph.tokens) }] });
    else if (pair.moved) rows.push(keptRow(before, paragraph, pair.old > (stayed[passed - 1] ?? -1) ? 'up' : 'down', budget));
    else {
      rows.push(keptRow(before, paragraph, null, budget));
      passed++;
      removedAfter(pair.old);
    }
  });
  return rows;
}

function keptRow(before: Paragraph, paragraph: Paragraph, moved: 'up' | 'down' | null, budget: Budget): ChangedRow {
  const pieces: Piece[] =
    before.key === paragraph.key
      ? [{ change: 'same', text: textOf(paragraph.tokens) }]
      : wordChanges(before.tokens, paragraph.tokens, budget);
  if (moved) return { kind: 'moved', pieces, moved };
  return { kind: pieces.some(isChange) ? 'changed' : 'same', pieces };
}
