import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type RunningImport, startImport } from '../../archive/import/handle.ts';
import type { ImportState } from '../../archive/import/progress.ts';
import { listBundles } from '../../archive/lookup/lookup.ts';
import { connect } from '../../archive/store/connection.ts';
import { removeBundle } from '../../archive/store/manifest.ts';
import type { BundleLine } from '../../article/answers.ts';
import { ask } from '../../messages/channel.ts';
import type { Texts } from '../shared/texts.ts';
import { Bundles } from './bundles.tsx';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';

async function sampleArchive(): Promise<File> {
  const response = await fetch(browser.runtime.getURL('sample-archive.zip'));
  return new File([await response.blob()], 'sample-archive.zip');
}

/** The options page: importing, its report, and the bundles that are there. */
export function Options({ texts }: { texts: Texts }) {
  const [bundles, setBundles] = useState<BundleLine[] | null>(null);
  const [running, setRunning] = useState<ImportState | null>(null);
  const [ended, setEnded] = useState<ImportState[]>([]);
  const current = useRef<RunningImport | null>(null);
  const refresh = () => listBundles().then(setBundles, () => setBundles([]));
  useEffect(() => void refresh(), []);

  const changed = async () => {
    await refresh();
    await ask('archive-changed', {});
  };
  const start = (files: readonly File[]) => {
    if (files.length === 0 || running) return;
    setEnded([]);
    setRunning({ phase: 'opening' });
    current.current = startImport(files, setRunning, (states) => {
      setRunning(null);
      setEnded(states);
      void changed();
    });
  };
  const remove = async (name: string) => {
    await removeBundle(await connect(), name);
    await changed();
  };

  return (
    <main>
      <h1 class="mark">Terugblik</h1>
      <p>{texts.text('optionsIntro')}</p>
      <section>
        <h2 class="label">{texts.text('import')}</h2>
        <div class="choose">
          <label class="button">
            {texts.text('chooseFiles')}
            <input
              type="file"
              multiple
              accept=".zip,.md,.markdown,.html"
              disabled={running !== null}
              onChange={({ currentTarget }) => {
                start([...(currentTarget.files ?? [])]);
                // The same file may be chosen again.
                currentTarget.value = '';
              }}
            />
          </label>
          <button type="button" data-action="sample" disabled={running !== null} onClick={async () => start([await sampleArchive()])}>
            {texts.text('sample')}
          </button>
        </div>
        {running && <Progress state={running} texts={texts} onCancel={() => current.current?.cancel()} />}
        {ended.map((state, i) => (
          <Report key={String(i)} state={state} texts={texts} />
        ))}
      </section>
      <Bundles bundles={bundles} texts={texts} onRemove={remove} />
      <p class="soft">{texts.text('stored')}</p>
    </main>
  );
}
