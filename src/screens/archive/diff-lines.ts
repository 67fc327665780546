import type { ChangedRow } from '../../article/changes.ts';

/** A row as it is shown, `again` when it goes on with what the one before began; or rows without a change that are folded away. */
export type Line = { kind: 'row'; row: ChangedRow; again: boolean } | { kind: 'fold'; rows: ChangedRow[] };

/** Fewer rows than this are not worth folding. */
const FOLDED = 3;

/** Folds what did not change between what did, but for the paragraph before and after a change. */
export function linesOf(rows: readonly ChangedRow[]): Line[] {
  const near = (i: number) => [rows[i - 1], rows[i], rows[i + 1]].some((row) => row !== undefined && row.kind !== 'same');
  const lines: Line[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end < rows.length && !near(end)) end++;
    if (end - i >= FOLDED) lines.push({ kind: 'fold', rows: rows.slice(i, end) });
    else
      lines.push(
        ...rows.slice(i, Math.max(end, i + 1)).map((row, at) => ({ kind: 'row' as const, row, again: isAgain(row, rows[i + at - 1]) })),
      );
    i = Math.max(end, i + 1);
  }
  return lines;
}

/** That a text is there only in part is said once. */
export const isAgain = (row: ChangedRow, before: ChangedRow | undefined) => row.kind === 'beyond' && before?.kind === 'beyond';
