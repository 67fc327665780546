import type { EndedImport } from '../../archive/import/handle.ts';
import type { ImportEnd, Space } from '../../archive/import/progress.ts';
import type { ImportCounts } from '../../archive/import/report.ts';
import { Icon } from '../shared/icon.tsx';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { FileList } from './file-list.tsx';
import { Offers } from './offers.tsx';
import { saveFile } from './save-file.ts';
import { sizeText } from './size.ts';
import { skippedText } from './skipped-text.ts';
import { underscored } from './underscored.ts';
import type { Offer } from './use-imports.ts';

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
  ended: Pick<EndedImport, 'state' | 'choice'>;
  /** The bundle was removed since: nothing more can be done with it. */
  isGone?: boolean;
  texts: Texts;
  onOffer(offer: Offer): void;
}

/** How an import ended, what else the reader may want, and every file that was skipped or came in with a remark. */
export function Report({ ended: { state, choice }, isGone, texts, onOffer }: Props) {
  const { report } = state;
  const save = () => saveFile(new Blob([skippedText(report, texts)], { type: 'text/plain' }), `${texts.text('skippedFile')}.txt`);
  return (
    <div class="report card" data-part="report" data-state={state.phase}>
      <h3>
        <Icon name={state.phase === 'done' ? 'done' : 'warning'} size={18} />
        {headline(state, texts)}
      </h3>
      {state.phase === 'failed' && <Failure {...state} texts={texts} />}
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
      {state.phase === 'done' && !isGone && (
        <Offers report={report} isOtherName={choice.destination === 'update' && report.kind === 'new'} texts={texts} onOffer={onOffer} />
      )}
      <FileList
        part="skipped"
        title={texts.text('skippedTitle')}
        items={report.skipped}
        count={report.counts.skipped}
        texts={texts}
        open
        onSave={save}
        draw={({ path, reason, detail }) => (
          <>
            <code>{path}</code> {texts.text(`skip_${underscored(reason)}`)}
            <Technical detail={detail} texts={texts} />
          </>
        )}
      />
      {/* A remark is about a post that is in the archive now. Why a file was skipped helps after a failure too. */}
      {state.phase === 'done' && (
        <FileList
          part="remarks"
          title={texts.text('remarksTitle')}
          items={report.remarks}
          count={report.remarks.length}
          texts={texts}
          draw={({ path, remark }) => (
            <>
              <code>{path}</code> {texts.text(`remark_${underscored(remark)}`)}
            </>
          )}
        />
      )}
    </div>
  );
}

/** Why it failed, and what can be done about it. */
export function Failure({ reason, detail, space, texts }: Extract<ImportEnd, { phase: 'failed' }> & { texts: Texts }) {
  // Which it is instead of one of ours.
  const format = reason === 'not-a-bundle' ? detail : '';
  return (
    <>
      <p>
        {texts.text(`fail_${underscored(reason)}`)} {format && `(${format})`}
      </p>
      {!format && <Technical detail={detail} texts={texts} />}
      {reason === 'disk-full' && space && <p class="soft">{texts.text('space', sizes(space, texts.language))}</p>}
    </>
  );
}

const sizes = (space: Space, language: string) => ({
  used: sizeText(space.used, language),
  available: sizeText(space.available, language),
  bundle: sizeText(space.bundle, language),
});

function headline(state: ImportEnd, texts: Texts): string {
  if (state.phase !== 'done') return texts.text(state.phase === 'failed' ? 'failed' : 'cancelled');
  return texts.text(state.report.kind === 'update' ? 'updated' : 'done', { name: state.report.bundle });
}
