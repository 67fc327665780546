import type { ComponentChildren } from 'preact';
import type { ImportState, Space } from '../../archive/import/progress.ts';
import type { ImportCounts, ImportReport } from '../../archive/import/report.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';

const COUNTS = [
  'entries',
  'posts',
  'articles',
  'versioned',
  'added',
  'changed',
  'unchanged',
  'removed',
  'skipped',
] as const satisfies (keyof ImportCounts)[];

type Underscored<Reason extends string> = Reason extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Reason;
/** A reason as its text is named; a reason without a text is a type error where it is asked for. */
const underscored = <Reason extends string>(reason: Reason) => reason.replaceAll('-', '_') as Underscored<Reason>;

/** How an import ended, with every file that was skipped or came in with a remark. */
export function Report({ state, texts }: { state: ImportState; texts: Texts }) {
  if (!('report' in state)) return null;
  const { report } = state;
  return (
    <div class="report card" data-part="report" data-state={state.phase}>
      <h3>
        <Icon name={state.phase === 'done' ? 'done' : 'warning'} size={18} />
        {headline(state, texts)}
      </h3>
      {state.phase === 'failed' && (
        <p>
          {texts.text(`fail_${underscored(state.reason)}`)} {state.detail && <small class="soft">({state.detail})</small>}
        </p>
      )}
      {state.phase === 'failed' && state.space && <p class="soft">{texts.text('space', sizes(state.space, texts))}</p>}
      {state.phase === 'done' && report.kind === 'apart' && <p>{texts.text('apart', { name: report.bundle })}</p>}
      <dl>
        {COUNTS.map((name) => (
          <div key={name} data-none={report.counts[name] === 0 || undefined}>
            <dt>{texts.text(`count_${name}`)}</dt>
            <dd data-count={name}>{texts.number(report.counts[name])}</dd>
          </div>
        ))}
      </dl>
      {state.phase === 'done' && (
        <p class="soft">{texts.text('duration', { seconds: texts.number(Math.round(report.duration / 100) / 10) })}</p>
      )}
      <Files part="skipped" title={texts.text('skippedTitle')} count={report.counts.skipped} texts={texts} open>
        {report.skipped.map(({ path, reason, detail }, i) => (
          <li key={String(i)}>
            <code>{path}</code> {texts.text(`skip_${underscored(reason)}`)}
            {detail && <small class="soft"> ({detail})</small>}
          </li>
        ))}
      </Files>
      <Files part="remarks" title={texts.text('remarksTitle')} count={report.remarks.length} texts={texts}>
        {report.remarks.map(({ path, remark }, i) => (
          <li key={String(i)}>
            <code>{path}</code> {texts.text(`remark_${underscored(remark)}`)}
          </li>
        ))}
      </Files>
    </div>
  );
}

const sizes = (space: Space, texts: Texts) => ({
  used: texts.megabytes(space.used),
  available: texts.megabytes(space.available),
  bundle: texts.megabytes(space.bundle),
});

function headline(state: ImportState & { report: ImportReport }, texts: Texts): string {
  if (state.phase !== 'done') return texts.text(state.phase === 'failed' ? 'failed' : 'cancelled');
  return texts.text(state.report.kind === 'update' ? 'updated' : 'done', { name: state.report.bundle });
}

interface FilesProps {
  part: 'skipped' | 'remarks';
  title: string;
  count: number;
  texts: Texts;
  open?: boolean;
  children: ComponentChildren;
}

/** A list of files that may be long: it scrolls within, by keyboard too. */
function Files({ part, title, count, texts, open = false, children }: FilesProps) {
  if (count === 0) return null;
  return (
    <details data-part={part} open={open}>
      <summary>
        {title} ({texts.number(count)})
      </summary>
      <ul {...(count > 6 && { tabIndex: 0, 'aria-label': title })}>{children}</ul>
    </details>
  );
}
