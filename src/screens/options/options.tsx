import { useEffect } from 'preact/hooks';
import { connect } from '../../archive/store/connection.ts';
import { eraseVisits } from '../../archive/store/visits.ts';
import { NO_NOTES, onOwnArchiveNotes, ownArchiveNotes } from '../../settings/own-archive.ts';
import type { Texts } from '../shared/texts.ts';
import { useFollowed } from '../shared/use-followed.ts';
import { useMayRead } from '../shared/use-may-read.ts';
import { useDropTarget } from './drop-target.ts';
import { useArchive } from './use-archive.ts';
import { useExports } from './use-exports.ts';
import { useFeeds } from './use-feeds.ts';
import { useImports } from './use-imports.ts';
import { useSettings } from './use-settings.ts';
import { useSources } from './use-sources.ts';
import { OptionsView } from './view.tsx';

/** The options page, connected to the archive and the reader's choices. */
export function Options({ texts }: { texts: Texts }) {
  useEffect(() => {
    document.title = `${texts.text('settings')} · Terugblik`;
  }, [texts]);
  const { settings, change } = useSettings();
  const mayRead = useMayRead();
  const archive = useArchive();
  const imports = useImports({ before: archive.settle, after: archive.changed });
  const sources = useSources(imports.start);
  const exports = useExports();
  const feeds = useFeeds();
  const [notes] = useFollowed(NO_NOTES, ownArchiveNotes, onOwnArchiveNotes);
  const forgetVisits = async () => {
    await eraseVisits(await connect());
    // What is kept of the open tabs tells of visits too.
    await archive.changed();
  };
  const over = useDropTarget(imports.start);
  return (
    <OptionsView
      texts={texts}
      archive={archive}
      imports={imports}
      exports={exports}
      sources={sources}
      feeds={feeds}
      notes={notes}
      settings={settings}
      mayRead={mayRead}
      over={over}
      onSettings={change}
      onEraseVisits={forgetVisits}
    />
  );
}
