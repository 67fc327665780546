import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ImportState } from '../../archive/import/progress.ts';
import type { BundleLine } from '../../article/answers.ts';
import { Header } from '../shared/header.tsx';
import type { Texts } from '../shared/texts.ts';
import { Bundles } from './bundles.tsx';
import { Choose } from './choose.tsx';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';

interface Props {
  texts: Texts;
  /** Null while they are being read. */
  bundles: readonly BundleLine[] | null;
  running: ImportState | null;
  /** How each bundle of the last import ended. */
  ended: readonly ImportState[];
  over: boolean;
  onFiles(files: readonly File[]): void;
  onFolder(files: readonly File[]): void;
  onSample(): void;
  onCancel(): void;
  onRemove(name: string): Promise<void>;
}

/** The options page in every state: importing, its report, and the bundles that are there. */
export function OptionsView({ texts, bundles, running, ended, over, onFiles, onFolder, onSample, onCancel, onRemove }: Props) {
  return (
    <>
      <Header texts={texts} />
      <main>
        <h1>{texts.text('settings')}</h1>
        <p class="intro">{texts.text('optionsIntro')}</p>
        <section>
          <h2 class="label">{texts.text('import')}</h2>
          <Choose texts={texts} busy={running !== null} over={over} onFiles={onFiles} onFolder={onFolder} onSample={onSample} />
          {running && <Progress state={running} texts={texts} onCancel={onCancel} />}
          {ended.length > 0 && <Ended states={ended} texts={texts} />}
        </section>
        <Bundles bundles={bundles} texts={texts} onRemove={onRemove} />
        <p class="soft stored">{texts.text('stored')}</p>
      </main>
    </>
  );
}

/** The reports. What had the focus is gone with the import, so they take it: a keyboard goes on from here, a screen reader reads. */
function Ended({ states, texts }: { states: readonly ImportState[]; texts: Texts }) {
  const reports = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) reports.current?.focus();
  }, []);
  return (
    <div class="ended" ref={reports} tabIndex={-1} role="status">
      {states.map((state, i) => (
        <Report key={String(i)} state={state} texts={texts} />
      ))}
    </div>
  );
}
