import browser from 'webextension-polyfill';
import { changeStored, onStored } from './stored.ts';

/** What became of the reader's own archive while nobody looked. Times in epoch milliseconds. */
export interface OwnArchiveNotes {
  /** What left by its limit the last time: how many posts, of until when. */
  removed: { at: number; posts: number; until: number } | null;
  /** Why the last text could not be kept; null once one could. */
  failed: { at: number; isFull: boolean; detail: string } | null;
}

const NAME = 'ownArchive';
export const NO_NOTES: OwnArchiveNotes = { removed: null, failed: null };

export async function ownArchiveNotes(): Promise<OwnArchiveNotes> {
  return ((await browser.storage.local.get(NAME))[NAME] as OwnArchiveNotes | undefined) ?? NO_NOTES;
}

export const noteOwnArchive = (change: Partial<OwnArchiveNotes>): Promise<OwnArchiveNotes> =>
  changeStored<OwnArchiveNotes>(NAME, (notes = NO_NOTES) => ({ ...notes, ...change }));

export const onOwnArchiveNotes = (changed: (notes: OwnArchiveNotes) => void): (() => void) =>
  onStored<OwnArchiveNotes>(NAME, (notes) => changed(notes ?? NO_NOTES));
