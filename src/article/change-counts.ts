/** How much changed, in paragraphs. */
export interface ChangeCounts {
  title: boolean;
  same: number;
  changed: number;
  added: number;
  removed: number;
  moved: number;
  /** Which of the two is there only in part, as a feed's short description is; null when neither is. */
  partial: 'old' | 'new' | null;
}

/** Whether two texts say the same, as far as both are there. */
export const isUnchanged = ({ title, changed, added, removed, moved }: ChangeCounts): boolean =>
  !title && changed + added + removed + moved === 0;
