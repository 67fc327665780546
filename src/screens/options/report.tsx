import type { ImportState } from '../../archive/import/progress.ts';
import type { ImportCounts, ImportReport } from '../../archive/import/report.ts';
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

const underscored = <Reason extends string>(reason: Reason) => reason.replaceAll('-', '_');

/** How an import ended, with every file that was skipped or came in with a remark. */
export function Report({ state, texts }: { state: ImportState; texts: Texts }) {
  if (!('report' in state)) return null;
  const { report } = state;
  return (
    <div class="report" data-part="report" data-state={state.phase} role="status">
      <h3>{headline(state, texts)}</h3>
      {state.phase === 'failed' && (
        <p>
          {texts.text(`fail_${underscored(state.reason)}` as 'fail_storage')} {state.detail && <small class="soft">({state.detail})</small>}
        </p>
      )}
      {state.phase === 'done' && report.kind === 'apart' && <p>{texts.text('apart', { name: report.bundle })}</p>}
      <dl>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{texts.text(`count_${name}`)}</dt>
            <dd data-count={name}>{texts.number(report.counts[name])}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{texts.text('duration', { seconds: texts.number(Math.round(report.duration / 100) / 10) })}</p>
      <Skipped report={report} texts={texts} />
      <Remarks report={report} texts={texts} />
    </div>
  );
}

function headline(state: ImportState & { report: ImportReport }, texts: Texts): string {
  if (state.phase !== 'done') return texts.text(state.phase === 'failed' ? 'failed' : 'cancelled');
  return texts.text(state.report.kind === 'update' ? 'updated' : 'done', { name: state.report.bundle });
}

function Skipped({ report, texts }: { report: ImportReport; texts: Texts }) {
  if (report.skipped.length === 0) return null;
  return (
    <details data-part="skipped" open>
      <summary>
        {texts.text('skippedTitle')} ({texts.number(report.skipped.length)})
      </summary>
      <ul>
        {report.skipped.map(({ path, reason, detail }) => (
          <li key={path}>
            <code>{path}</code> {texts.text(`skip_${underscored(reason)}` as 'skip_empty')}
            {detail && <small class="soft"> ({detail})</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Remarks({ report, texts }: { report: ImportReport; texts: Texts }) {
  if (report.remarks.length === 0) return null;
  return (
    <details data-part="remarks">
      <summary>
        {texts.text('remarksTitle')} ({texts.number(report.remarks.length)})
      </summary>
      <ul>
        {report.remarks.map(({ path, remark }) => (
          <li key={path + remark}>
            <code>{path}</code> {texts.text(`remark_${underscored(remark)}` as 'remark_no_link')}
          </li>
        ))}
      </ul>
    </details>
  );
}
