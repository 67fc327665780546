/**
 * A number of 53 bits that stands for a text: two lanes of 32 bits, each multiplied and rotated over the UTF-16 units.
 * Not against malice: two texts with one hash cost a wrong word in a ranking or a post counted as changed, no data.
 */
export function textHash(text: string): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ unit, 0xc2b2ae3d);
    b = (b << 15) | (b >>> 17);
  }
  a = Math.imul(a ^ (a >>> 16) ^ text.length, 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 16) ^ a, 0xc2b2ae35);
  a ^= b >>> 15;
  return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}
