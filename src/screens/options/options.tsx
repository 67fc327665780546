import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { startImport } from '../../archive/import/handle.ts';
import type { ImportChoice } from '../../archive/import/import.ts';
import type { ImportState } from '../../archive/import/progress.ts';
import { reportOf } from '../../archive/import/report.ts';
import { listBundles } from '../../archive/lookup/lookup.ts';
import { connect } from '../../archive/store/connection.ts';
import { removeBundle } from '../../archive/store/manifest.ts';
import type { BundleLine } from '../../article/answers.ts';
import { ask } from '../../messages/channel.ts';
import type { Texts } from '../shared/texts.ts';
import { useDropTarget } from './drop-target.ts';
import { droppedFiles, withoutHistory } from './dropped.ts';
import { OptionsView } from './view.tsx';

/** Brings a bundle of a known name up to date, and takes nothing out. */
const USUAL: ImportChoice = { destination: 'auto', mirror: false };

async function sampleArchive(): Promise<File[]> {
  const response = await fetch(browser.runtime.getURL('sample-archive.zip'));
  return [new File([await response.blob()], 'sample-archive.zip')];
}

/** The options page, connected to the archive. */
export function Options({ texts }: { texts: Texts }) {
  const [bundles, setBundles] = useState<BundleLine[] | null>(null);
  const [running, setRunning] = useState<ImportState | null>(null);
  const [ended, setEnded] = useState<ImportState[]>([]);
  const cancel = useRef<(() => void) | null>(null);
  const refresh = () => listBundles().then(setBundles, () => setBundles([]));
  useEffect(() => void refresh(), []);

  const changed = async () => {
    await refresh();
    await ask('archive-changed', {});
  };
  const end = (states: ImportState[]) => {
    cancel.current = null;
    setRunning(null);
    setEnded(states);
    void changed();
  };
  /** Imports files that may still have to be gathered; one import at a time. */
  const start = useCallback(async (gathered: Promise<File[]>) => {
    if (cancel.current) return;
    let cancelled = false;
    cancel.current = () => {
      cancelled = true;
    };
    setEnded([]);
    setRunning({ phase: 'opening' });
    try {
      const files = await gathered;
      if (cancelled) end([{ phase: 'cancelled', report: reportOf(null) }]);
      else if (files.length === 0) end([{ phase: 'failed', reason: 'no-posts', detail: '', space: null, report: reportOf(null) }]);
      else cancel.current = startImport(files, USUAL, setRunning, end).cancel;
    } catch (error) {
      end([{ phase: 'failed', reason: 'unreadable-file', detail: String(error), space: null, report: reportOf(null) }]);
    }
  }, []);
  const over = useDropTarget(useCallback((dropped) => void start(droppedFiles(dropped)), [start]));
  const remove = async (name: string) => {
    await removeBundle(await connect(), name);
    await changed();
  };

  return (
    <OptionsView
      texts={texts}
      bundles={bundles}
      running={running}
      ended={ended}
      over={over}
      onFiles={(files) => files.length > 0 && start(Promise.resolve([...files]))}
      onFolder={(files) => start(Promise.resolve(withoutHistory(files)))}
      onSample={() => start(sampleArchive())}
      onCancel={() => cancel.current?.()}
      onRemove={remove}
    />
  );
}
