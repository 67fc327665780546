import { useRef, useState } from 'preact/hooks';
import { exportFile } from '../../archive/export/file.ts';
import { connect } from '../../archive/store/connection.ts';
import { saveFile } from './save-file.ts';

/** Saving bundles as ZIP files: one at a time. */
export interface Exports {
  running: { name: string; done: number; total: number } | null;
  /** How the last one ended; null before, and when it was cancelled. */
  ended: { name: string; posts: number; damaged: number; failure: string | null } | null;
  start(name: string): void;
  cancel(): void;
}

export function useExports(): Exports {
  const [running, setRunning] = useState<Exports['running']>(null);
  const [ended, setEnded] = useState<Exports['ended']>(null);
  const cancelling = useRef<AbortController | null>(null);
  const start = async (name: string) => {
    if (cancelling.current) return;
    const controller = new AbortController();
    cancelling.current = controller;
    setEnded(null);
    setRunning({ name, done: 0, total: 0 });
    try {
      const tell = (done: number, total: number) => setRunning({ name, done, total });
      const { file, name: fileName, posts, damaged } = await exportFile(await connect(), name, { tell, signal: controller.signal });
      saveFile(file, fileName);
      setEnded({ name, posts, damaged, failure: null });
    } catch (error) {
      if (!controller.signal.aborted) setEnded({ name, posts: 0, damaged: 0, failure: String(error) });
    } finally {
      cancelling.current = null;
      setRunning(null);
    }
  };
  return { running, ended, start: (name) => void start(name), cancel: () => cancelling.current?.abort() };
}
