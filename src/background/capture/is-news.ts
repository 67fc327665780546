/** Whether anything came into the archive. */
export const isNews = (kept: string): boolean => ['new', 'version', 'replaced', 'fuller'].includes(kept);
