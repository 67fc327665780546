// Locks of the browser (Web Locks), over all windows, workers and the background.

/** Held by whoever writes records that nothing names yet: an import, a merge, a sweep. One at a time over all windows. */
export const IMPORT_LOCK = 'terugblik-import';

/** Held while single posts are saved. */
export const SAVE_LOCK = 'terugblik-save';
