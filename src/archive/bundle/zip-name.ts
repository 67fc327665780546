import { buf as crc32 } from 'crc-32';
import { asciiText, utf8Text } from './units.ts';

/** The upper half of code page 437, in which names stand that are not said to be UTF-8. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const UTF8_FLAG = 0x0800;
const UNICODE_PATH = 0x7075;
/** Unix and macOS: a name is in the system's own encoding there, by now UTF-8, and a file may be a link. */
export const UNIX_SYSTEMS = [3, 19];
/** Systems whose archivers have written `\` between folders: MS-DOS, NTFS, VFAT. */
const BACKSLASH_SYSTEMS = [0, 10, 14];

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/**
 * The name of a ZIP's entry. UTF-8 where a flag or Info-ZIP's extra field says so, or where the system of its writer uses
 * it and it is valid; else code page 437, as the format has it.
 */
export function zipName(bytes: Uint8Array, extra: Uint8Array, flags: number, system: number): string {
  const name = decode(bytes, extra, flags, system);
  return BACKSLASH_SYSTEMS.includes(system) && name.includes('\\') ? name.replaceAll('\\', '/') : name;
}

function decode(bytes: Uint8Array, extra: Uint8Array, flags: number, system: number): string {
  const ascii = asciiText(bytes);
  if (ascii !== null) return ascii;
  if (flags & UTF8_FLAG) return utf8Text(bytes) ?? utf8.decode(bytes);
  const unicode = unicodePath(bytes, extra);
  if (unicode) return utf8.decode(unicode);
  if (UNIX_SYSTEMS.includes(system)) {
    try {
      return utf8Text(bytes) ?? strictUtf8.decode(bytes);
    } catch {
      // Not UTF-8 after all.
    }
  }
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80])).join('');
}

/** Info-ZIP's name in UTF-8, if it was made for just this name: the field holds the CRC of the name that it replaces. */
function unicodePath(name: Uint8Array, extra: Uint8Array): Uint8Array | null {
  const field = extraField(extra, UNICODE_PATH);
  if (!field || field.length < 6 || field[0] !== 1) return null;
  const view = new DataView(field.buffer, field.byteOffset, field.byteLength);
  return view.getInt32(1, true) === crc32(name) ? field.subarray(5) : null;
}

/** The data of one extra field, or null. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const found = (extra[at] as number) | ((extra[at + 1] as number) << 8);
    const end = at + 4 + ((extra[at + 2] as number) | ((extra[at + 3] as number) << 8));
    if (end > extra.length) return null;
    if (found === id) return extra.subarray(at + 4, end);
    at = end;
  }
  return null;
}
