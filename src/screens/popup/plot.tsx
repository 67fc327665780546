import { type Bar, barWith } from '../../article/standing.ts';
import type { Texts } from '../shared/texts.ts';

interface Props {
  bars: readonly Bar[];
  /** The count whose bar is marked. */
  here: number;
  /** What is distributed, for a reader of the table. */
  title: string;
  texts: Texts;
}

const STEP = 6;
const GAP = 1.2;
const HEIGHT = 34;
/** A bar with any post is to be seen. */
const LEAST = 1.5;

/** A distribution as bars, with one bar marked; as a table for who can't see it. */
export function Plot({ bars, here, title, texts }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const at = barWith(bars, here);
  const heightOf = (count: number) => (count === 0 ? 0 : LEAST + ((HEIGHT - LEAST) * count) / most);
  return (
    <figure class="plot">
      <svg viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} aria-hidden="true" focusable="false" preserveAspectRatio="xMaxYMax meet">
        {bars.map(({ from, count }, i) => {
          // Where the article stands there is always a post: itself.
          const height = heightOf(i === at ? Math.max(count, 1) : count);
          const { class: name, x } = { class: i === at ? 'here' : 'bar', x: i * STEP };
          return <rect key={from} class={name} x={x} y={HEIGHT - height} width={STEP - GAP} height={height} rx={1} />;
        })}
      </svg>
      <div class="unseen">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.text('plotFrom')}</th>
              <th scope="col">{texts.text('plotPosts')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ from, count }, i) => (
              <tr key={from}>
                <th scope="row">{i === at ? texts.text('plotHere', { from: texts.number(from) }) : texts.number(from)}</th>
                <td>{texts.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
