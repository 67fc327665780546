import { utf8Text } from './units.ts';
import { UnreadablePost } from './unreadable-post.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A post's bytes as text; `guessed` when they were not UTF-8. @throws UnreadablePost `not-text` */
export function decodeText(bytes: Uint8Array): { text: string; guessed: boolean } {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), guessed: true };
  let text = utf8Text(bytes);
  let guessed = false;
  try {
    text ??= utf8.decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
    guessed = true;
  }
  if (text.includes('\0')) throw new UnreadablePost('not-text');
  return { text, guessed };
}
