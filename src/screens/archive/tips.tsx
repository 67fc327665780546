import { Fragment } from 'preact';
import type { PostsPerMonth } from '../../archive/lookup/browse.ts';
import { startOfMonth } from '../../article/calendar.ts';
import type { Texts } from '../shared/texts.ts';

/** Beside the search while nothing is open: what the archive holds, and how to ask it. */
export function Tips({ all, texts }: { all: PostsPerMonth | null; texts: Texts }) {
  const [first, last] = [all?.months[0]?.month, all?.months.at(-1)?.month];
  const ways = [
    ['dijk oosterveen', texts.text('tipWords')],
    ['"oude dijk"', texts.text('tipPhrase')],
    ['dijk -storm', texts.text('tipWithout')],
  ] as const;
  const keys = [
    ['/', texts.text('keySearch')],
    ['↑ ↓', texts.text('keyChoose')],
    ['↵', texts.text('keyOpen')],
  ] as const;
  return (
    <section class="tips">
      <p class="holds">
        {all && first !== undefined && last !== undefined && (
          <>
            {texts.plural('texts', all.total)} · {texts.months(startOfMonth(first), startOfMonth(last))}
          </>
        )}
      </p>
      <dl>
        {ways.map(([example, meaning]) => (
          <Fragment key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
        {keys.map(([key, meaning]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
