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

/** A file that should be a post and can't be read as one; `detail` is the reader library's own word, in English. */
export class UnreadablePost extends Error {
  override name = 'UnreadablePost';
  constructor(
    readonly reason: SkipReason,
    readonly detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}
