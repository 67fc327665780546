import { nameProblem } from './names.ts';

export type SkipReason =
  | 'empty'
  | 'no-front-matter'
  | 'front-matter-open'
  | 'front-matter-broken'
  | 'too-large'
  | 'encrypted'
  | 'compression'
  | 'damaged'
  | 'wrong-size'
  | 'wrong-crc'
  | 'overlap'
  | 'beyond-end'
  | 'unreadable'
  | 'bad-name'
  | 'long-name'
  | 'link'
  | 'not-text'
  | 'twice';

/** Why a file that should be a post can't be read as one; `detail` is the reader library's own word, in English. */
export interface Unreadable {
  reason: SkipReason;
  detail: string;
}

/** Why a file is skipped before it is read; null where nothing speaks against it. @param isFirst whether no other stands at its path */
export const skipReason = (file: { path: string; size: number; isLink?: boolean }, isFirst: boolean): SkipReason | null =>
  nameProblem(file.path) ?? (isFirst ? null : 'twice') ?? (file.isLink ? 'link' : null) ?? (file.size === 0 ? 'empty' : null);

/** What is known to be wrong before a file is read. A value: the stacks of errors would take most of the time of a bundle of such files. */
export const unreadable = (reason: SkipReason, detail = ''): Unreadable => ({ reason, detail });

/** What only reading a file shows. */
export class UnreadablePost extends Error implements Unreadable {
  override name = 'UnreadablePost';
  constructor(
    readonly reason: SkipReason,
    readonly detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}
