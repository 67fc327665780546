import { useMemo, useState } from 'preact/hooks';
import type { PostsPerMonth } from '../../archive/lookup/browse.ts';
import { type Day, firstDay, lastDay, monthOfDay, startOfMonth } from '../../article/calendar.ts';
import type { Texts } from '../shared/texts.ts';
import { type Bin, binsOf, yearMarks } from './bins.ts';

const MOST_BARS = 96;
const MOST_YEARS = 6;
/** A month with one post among months with thousands is to be seen too. */
const LEAST_HEIGHT = 0.05;

interface Props {
  /** All posts: they say from when to when. */
  all: PostsPerMonth;
  /** Those that are found, where something is asked. */
  found: PostsPerMonth | null;
  from: Day | null;
  to: Day | null;
  texts: Texts;
  onRange(from: Day, to: Day): void;
}

/**
 * How many posts there are of each month, as bars of which a range can be chosen by dragging. The date fields below do the
 * same by keyboard, and a table says the same to those who don't see it.
 */
export function Months({ all, found, from, to, texts, onRange }: Props) {
  const bins = useMemo(() => binsOf((found ?? all).months, all.months, MOST_BARS), [all, found]);
  const [under, setUnder] = useState<number | null>(null);
  const [dragged, setDragged] = useState<{ start: number; end: number } | null>(null);
  if (bins.length === 0) return null;

  // The last would be cut off at the edge.
  const marks = yearMarks(bins, MOST_YEARS).filter(({ at }) => at < bins.length * 0.92 || bins.length < 4);
  const highest = Math.max(1, ...bins.map(({ posts }) => posts));
  const chosen = dragged ? between(dragged.start, dragged.end) : spanned(bins, from, to);
  const pointed = dragged?.end ?? under;
  const barAt = (event: PointerEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(bins.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * bins.length)));
  };
  const finish = () => {
    if (!dragged) return;
    const [first, last] = between(dragged.start, dragged.end);
    setDragged(null);
    onRange(firstDay(bins[first]?.first ?? 0), lastDay(bins[last]?.last ?? 0));
  };

  return (
    <div class="months" data-part="months">
      <svg
        viewBox={`0 0 ${bins.length} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture?.(event.pointerId);
          setDragged({ start: barAt(event), end: barAt(event) });
        }}
        onPointerMove={(event) => (dragged ? setDragged({ ...dragged, end: barAt(event) }) : setUnder(barAt(event)))}
        onPointerUp={finish}
        onPointerCancel={() => setDragged(null)}
        onPointerLeave={() => setUnder(null)}
      >
        <rect class="ground" x={chosen[0]} width={chosen[1] - chosen[0] + 1} height="1" />
        {bins.map(({ first, posts }, i) => {
          const height = posts === 0 ? 0 : Math.max(LEAST_HEIGHT, posts / highest);
          const isIn = i >= chosen[0] && i <= chosen[1];
          return <rect key={first} class={isIn ? 'in' : undefined} x={i + 0.1} y={1 - height} width="0.8" height={height} />;
        })}
      </svg>
      <p class="years" aria-hidden="true">
        {marks.map(({ at, year }) => (
          <span key={year} style={{ insetInlineStart: `${(at / bins.length) * 100}%` }}>
            {year}
          </span>
        ))}
      </p>
      <p class="pointed" aria-hidden="true">
        {pointed === null ? texts.text('dragMonths') : pointedText(bins, dragged ? chosen : [pointed, pointed], texts)}
      </p>
      <Table bins={bins} texts={texts} />
    </div>
  );
}

const between = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)];

/** The bars that the chosen days reach into: all where none are chosen, none where they lie outside. */
function spanned(bins: readonly Bin[], from: Day | null, to: Day | null): readonly [number, number] {
  const first = from === null ? 0 : bins.findIndex(({ last }) => last >= monthOfDay(from));
  const last = to === null ? bins.length - 1 : bins.findLastIndex(({ first }) => first <= monthOfDay(to));
  return first === -1 || last === -1 || last < first ? [0, -1] : [first, last];
}

function pointedText(bins: readonly Bin[], [first, last]: readonly [number, number], texts: Texts): string {
  const posts = bins.slice(first, last + 1).reduce((sum, bin) => sum + bin.posts, 0);
  return `${spanText(bins[first], bins[last], texts)} · ${texts.plural('texts', posts)}`;
}

const spanText = (first: Bin | undefined, last: Bin | undefined, texts: Texts): string =>
  first && last ? texts.months(startOfMonth(first.first), startOfMonth(last.last)) : '';

function Table({ bins, texts }: { bins: readonly Bin[]; texts: Texts }) {
  const rows = useMemo(
    () =>
      bins
        .filter(({ posts }) => posts > 0)
        .map((bin) => (
          <tr key={bin.first}>
            <th scope="row">{spanText(bin, bin, texts)}</th>
            <td>{texts.number(bin.posts)}</td>
          </tr>
        )),
    [bins, texts],
  );
  return (
    // A table and its caption take the height and the place that they need, whatever is asked of them.
    <div class="unseen">
      <table>
        <caption>{texts.text('textsPerPeriod')}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.text('period')}</th>
            <th scope="col">{texts.text('textsColumn')}</th>
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
