import { useEffect, useState } from 'preact/hooks';
import { droppedFiles } from './dropped.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/**
 * Takes files dropped anywhere on the page, as a drop beside the mark would make the browser leave the page for the file.
 * @returns whether files hang over the page now
 */
export function useDropTarget(take: (files: Promise<File[]>) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // With no next target the pointer has left the window.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      take(droppedFiles(event.dataTransfer));
    };
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener('dragover', hover, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => ended.abort();
  }, [take]);
  return over;
}
