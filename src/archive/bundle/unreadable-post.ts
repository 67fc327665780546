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

/** What a bundle tells before it reads a file. A value: an error's stack would cost a bundle of nothing else most of its time. */
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
