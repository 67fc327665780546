// An archive that takes some seconds to import and passes several checkpoints: made-up posts of made-up words.
import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';

export const POSTS = 16_000;
const WORDS = 330;

/** Writes it as `groot.zip`. @param {string} path @param {(below: number) => number} random */
export function writeBundle(path, random) {
  const words = Array.from({ length: 4000 }, (_, i) => `woord${i.toString(36)}`);
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (let i = 0; i < POSTS; i++) {
    const text = Array.from({ length: WORDS }, () => words[Math.floor((random(4000) * random(4000)) / 4000)]).join(' ');
    const head = `title: "Groot bericht ${i}"\ndate: Sun, 27 Oct 2019 21:12:49 +0100\nexterne_link: "https://nos.nl/l/${8_000_000 + i}"`;
    files[`groot-master/_posts/${i}.md`] = new TextEncoder().encode(`---\n${head}\n---\n<p>${text}</p>`);
  }
  writeFileSync(path, zipSync(files, { level: 1, mtime: '2020-01-01T12:00:00' }));
}
