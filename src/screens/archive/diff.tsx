import { useEffect, useState } from 'preact/hooks';
import type { ChangedRow, Changes, Piece } from '../../article/changes.ts';
import { changesText } from '../shared/changes-text.ts';
import type { Texts } from '../shared/texts.ts';
import { isAgain, type Line, linesOf } from './diff-lines.ts';

interface Props {
  changes: Changes;
  /** What the old and the new text are, as `27 oktober 2019, 21:12`. */
  names: { old: string; now: string };
  texts: Texts;
}

/** Two texts in one, what was removed and added marked; where the window is wide enough also side by side. */
export function Diff({ changes, names, texts }: Props) {
  const wide = useWide();
  const [apart, setApart] = useState(false);
  const sides = wide && apart;
  return (
    <section data-part="diff" data-view={sides ? 'sides' : 'inline'} aria-label={texts.text('changesTitle')}>
      <div class="diff-head">
        <p class="diff-summary">{changesText(changes.counts, texts)}</p>
        {wide && (
          <button type="button" aria-pressed={sides} onClick={() => setApart(!apart)}>
            {texts.text('sideBySide')}
          </button>
        )}
      </div>
      {sides ? <Sides changes={changes} names={names} texts={texts} /> : <Inline changes={changes} names={names} texts={texts} />}
    </section>
  );
}

/** Two columns need about this many pixels. */
const WIDE = '(min-width: 720px)';

function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => setWide(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return wide;
}

function Inline({ changes, names, texts }: Props) {
  return (
    <>
      <p class="diff-names">
        <del>{names.old}</del> <ins>{names.now}</ins>
      </p>
      <h2 class="diff-title" dir="auto">
        <Pieces pieces={changes.title} texts={texts} />
      </h2>
      {linesOf(changes.rows).map((line, i) => (
        <InlineLine key={`${i}${line.kind}`} line={line} texts={texts} />
      ))}
    </>
  );
}

function InlineLine({ line, texts }: { line: Line; texts: Texts }) {
  if (line.kind === 'row') return <Row row={line.row} again={line.again} texts={texts} />;
  return (
    <details class="diff-same">
      <summary>{texts.plural('paragraphsSame', line.rows.length)}</summary>
      {line.rows.map((row, i) => (
        <Row key={`${i}`} row={row} texts={texts} />
      ))}
    </details>
  );
}

function Row({ row, again, texts }: { row: ChangedRow; again?: boolean; texts: Texts }) {
  return (
    <div class="diff-row" data-change={row.kind}>
      {!again && <Label row={row} texts={texts} />}
      <p dir="auto">
        <Pieces pieces={row.pieces} texts={texts} labelled={row.kind !== 'changed' && row.kind !== 'moved'} />
      </p>
    </div>
  );
}

function Sides({ changes, names, texts }: Props) {
  // Of a change the marks in both say enough.
  const isLabelled = (i: number) => changes.rows[i]?.kind !== 'changed' && !isAgain(changes.rows[i] as ChangedRow, changes.rows[i - 1]);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{names.old}</th>
          <th scope="col">{names.now}</th>
        </tr>
      </thead>
      <tbody>
        <tr class="diff-title">
          <Side pieces={changes.title} without="added" texts={texts} />
          <Side pieces={changes.title} without="removed" texts={texts} />
        </tr>
        {changes.rows.map((row, i) => (
          <tr key={`${i}`} class="diff-row" data-change={row.kind}>
            <Side pieces={row.pieces} without="added" texts={texts}>
              {isLabelled(i) && <Label row={row} texts={texts} isSaid={isOld(row)} />}
            </Side>
            <Side pieces={row.pieces} without="removed" texts={texts}>
              {isLabelled(i) && <Label row={row} texts={texts} isSaid={!isOld(row)} />}
            </Side>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  pieces: readonly Piece[];
  without: 'added' | 'removed';
  texts: Texts;
  children?: preact.ComponentChildren;
}

function Side({ pieces, without, texts, children }: SideProps) {
  return (
    <td dir="auto">
      {children}
      <Pieces pieces={pieces.filter(({ change }) => change !== without)} texts={texts} />
    </td>
  );
}

/** Whether only the old text has a paragraph. */
const isOld = (row: ChangedRow) => row.pieces.every(({ change }) => change === 'removed');

/** What became of a whole paragraph, in words; or the room of these, so that what stands beside it begins on the same line. */
function Label({ row, texts, isSaid = true }: { row: ChangedRow; texts: Texts; isSaid?: boolean }) {
  const text = labelOf(row, texts);
  if (!text) return null;
  return isSaid ? (
    <span class="diff-label">{text}</span>
  ) : (
    <span class="diff-label" aria-hidden="true">
      {'\u00a0'}
    </span>
  );
}

function labelOf({ kind, moved, pieces }: ChangedRow, texts: Texts): string {
  if (kind === 'same') return '';
  if (kind === 'moved') return texts.text(moved === 'up' ? 'rowMovedUp' : 'rowMovedDown');
  if (kind === 'beyond') return texts.text(pieces.some(({ change }) => change === 'added') ? 'rowBeyondOld' : 'rowBeyondNew');
  return texts.text(kind === 'changed' ? 'rowChanged' : kind === 'added' ? 'rowAdded' : 'rowRemoved');
}

/** The words of a text; unless a label says it already, hidden words say of each piece what it is. */
function Pieces({ pieces, texts, labelled }: { pieces: readonly Piece[]; texts: Texts; labelled?: boolean }) {
  return (
    <>
      {pieces.map(({ change, text }, i) => {
        const space = text.startsWith(' ') && i > 0 ? ' ' : '';
        const words = text.trimStart();
        if (change === 'same') return space + words;
        const Mark = change === 'added' ? 'ins' : 'del';
        const isJoined = space === '' && change === 'added' && pieces[i - 1]?.change === 'removed';
        return [
          space,
          <Mark key={`${i}`} class={isJoined ? 'joined' : undefined}>
            {!labelled && <span class="unseen">{texts.text(change === 'added' ? 'wordAdded' : 'wordRemoved')} </span>}
            {words}
          </Mark>,
        ];
      })}
    </>
  );
}
