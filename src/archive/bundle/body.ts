import { headOf } from './head.ts';
import { decodeText } from './text.ts';

/**
 * Just the body of a post that was read before, for showing it. Apart from `readPost`, so that nobody who shows posts
 * carries a YAML reader.
 * @throws UnreadablePost when these bytes are no post
 */
export function bodyOf(bytes: Uint8Array): string {
  const { text } = decodeText(bytes);
  return text.slice(headOf(text).length);
}
