import type { ChosenFile } from '../../archive/bundle/bundle.ts';
import type { EndedImport } from '../../archive/import/handle.ts';
import type { ImportEnd } from '../../archive/import/progress.ts';
import type { ImportCounts, ImportReport } from '../../archive/import/report.ts';
import { Icon } from '../shared/icon.tsx';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { FileList } from './file-list.tsx';
import { Offers } from './offers.tsx';
import { saveFile } from './save-file.ts';
import { skippedText } from './skipped-text.ts';
import { underscored } from './underscored.ts';
import type { Offer } from './use-imports.ts';
import { WhyFailed } from './why-failed.tsx';

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

interface Props {
  ended: Pick<EndedImport, 'state' | 'files' | 'choice'>;
  /** The bundle was removed since: nothing more can be done with it. */
  isGone?: boolean;
  texts: Texts;
  onOffer(offer: Offer): void;
}

/** How an import ended, what else the reader may want, and every file that was skipped or came in with a remark. */
export function Report({ ended: { state, files, choice }, isGone, texts, onOffer }: Props) {
  const { report } = state;
  const isDone = state.phase === 'done';
  return (
    <div class="report card" data-part="report" data-state={state.phase}>
      <h3>
        <Icon name={isDone ? 'done' : 'warning'} size={18} />
        {headline(state, files, texts)}
      </h3>
      {state.phase === 'failed' && <WhyFailed {...state} texts={texts} />}
      <dl>
        {COUNTS.map((name) => (
          <div key={name} data-none={report.counts[name] === 0 || undefined}>
            <dt>{texts.text(`count_${name}`)}</dt>
            <dd data-count={name}>{texts.number(report.counts[name])}</dd>
          </div>
        ))}
      </dl>
      {isDone && <p class="soft">{texts.text('duration', { seconds: texts.number(Math.round(report.duration / 100) / 10) })}</p>}
      {isDone && !isGone && (
        <Offers report={report} isOtherName={choice.destination === 'update' && report.kind === 'new'} texts={texts} onOffer={onOffer} />
      )}
      <Skipped report={report} texts={texts} />
      {/* A remark is about a post that is in the archive now. Why a file was skipped helps after a failure too. */}
      {isDone && <Remarks report={report} texts={texts} />}
    </div>
  );
}

function Skipped({ report, texts }: { report: ImportReport; texts: Texts }) {
  return (
    <FileList
      part="skipped"
      title={texts.text('skippedTitle')}
      items={report.skipped}
      count={report.counts.skipped}
      texts={texts}
      open
      onSave={() => saveFile(new Blob([skippedText(report, texts)], { type: 'text/plain' }), `${texts.text('skippedFile')}.txt`)}
      draw={({ path, reason, detail }) => (
        <>
          <code>{path}</code> {texts.text(`skip_${underscored(reason)}`)}
          <Technical detail={detail} texts={texts} />
        </>
      )}
    />
  );
}

function Remarks({ report, texts }: { report: ImportReport; texts: Texts }) {
  return (
    <FileList
      part="remarks"
      title={texts.text('remarksTitle')}
      items={report.remarks}
      count={report.remarked}
      texts={texts}
      draw={({ path, remark }) => (
        <>
          <code>{path}</code> {texts.text(`remark_${underscored(remark)}`)}
        </>
      )}
    />
  );
}

function headline(state: ImportEnd, files: readonly ChosenFile[], texts: Texts): string {
  if (state.phase === 'done') return texts.text(state.report.kind === 'update' ? 'updated' : 'done', { name: state.report.bundle });
  if (state.phase === 'cancelled') return texts.text('cancelled');
  const name = chosenName(files);
  return name === null ? texts.text('failed') : texts.text('failedNamed', { name });
}

/** What the reader chose: a file or a folder; null for several files. */
function chosenName(files: readonly ChosenFile[]): string | null {
  const [first] = files;
  if (!first) return null;
  if (first.path.includes('/')) return first.path.split('/', 1)[0] ?? null;
  return files.length === 1 ? first.file.name : null;
}
