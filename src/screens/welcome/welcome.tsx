import { useEffect } from 'preact/hooks';
import { useDropTarget } from '../options/drop-target.ts';
import { useArchive } from '../options/use-archive.ts';
import { useImports } from '../options/use-imports.ts';
import type { Texts } from '../shared/texts.ts';
import { useMayRead } from '../shared/use-may-read.ts';
import { useKeepRead } from './use-keep-read.ts';
import { useToolbar } from './use-toolbar.ts';
import { WelcomeView } from './view.tsx';

/** The page of the first run, connected to the archive and the browser. */
export function Welcome({ texts }: { texts: Texts }) {
  useEffect(() => {
    document.title = `${texts.text('welcomeTitle')} · Terugblik`;
  }, [texts]);
  const archive = useArchive();
  const imports = useImports({ before: archive.settle, after: archive.changed });
  const over = useDropTarget(imports.start);
  const toolbar = useToolbar();
  const mayRead = useMayRead();
  const keepRead = useKeepRead();
  return (
    <WelcomeView texts={texts} archive={archive} imports={imports} over={over} toolbar={toolbar} mayRead={mayRead} keepRead={keepRead} />
  );
}
