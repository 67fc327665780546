import * as v from 'valibot';
import { count, noted, time } from './shapes.ts';
import { stored } from './stored.ts';

/** What became of the reader's own archive while nobody looked. Times in epoch milliseconds. */
const NotesSchema = v.object({
  /** What left by its limit the last time: how many posts, of until when. */
  removed: noted(v.object({ at: time, posts: count, until: time })),
  /** Why the last text could not be kept; null once one could. */
  failed: noted(v.object({ at: time, isFull: v.boolean(), detail: v.string() })),
});

export type OwnArchiveNotes = v.InferOutput<typeof NotesSchema>;

export const NO_NOTES: OwnArchiveNotes = { removed: null, failed: null };

const notes = stored('ownArchive', v.fallback(NotesSchema, NO_NOTES));

export const ownArchiveNotes = notes.read;
export const noteOwnArchive = (change: Partial<OwnArchiveNotes>): Promise<OwnArchiveNotes> =>
  notes.change((before) => ({ ...before, ...change }));
export const onOwnArchiveNotes = notes.follow;
