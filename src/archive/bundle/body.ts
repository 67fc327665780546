import { headOf } from './head.ts';
import { decodeText } from './text.ts';

/**
 * The text of a post that was read before and where in it the body begins, for showing it. Apart from `readPost`, so that
 * nobody who shows posts carries a YAML reader.
 * @throws UnreadablePost when these bytes are no post
 */
export function storedPost(bytes: Uint8Array): { text: string; body: string } {
  const { text } = decodeText(bytes);
  return { text, body: text.slice(headOf(text).length) };
}

export const bodyOf = (bytes: Uint8Array): string => storedPost(bytes).body;
