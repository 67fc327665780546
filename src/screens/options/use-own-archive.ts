import { useEffect, useState } from 'preact/hooks';
import { NO_NOTES, onOwnArchiveNotes, ownArchiveNotes } from '../../settings/own-archive.ts';

/** What became of the own archive while nobody looked. */
export function useOwnArchiveNotes() {
  const [notes, setNotes] = useState(NO_NOTES);
  useEffect(() => {
    void ownArchiveNotes().then(setNotes);
    return onOwnArchiveNotes(setNotes);
  }, []);
  return notes;
}
