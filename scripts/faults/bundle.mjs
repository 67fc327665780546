// Archives of made-up posts of made-up words, large enough to be struck while they are worked on.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

export const FIRST_ARTICLE = 8_000_000;

/** @typedef {{ posts: number, words: number, changed?: number }} Contents every `changed`th post tells something else than before */

/**
 * Writes an archive called "krant", and gives its path.
 * @param {string} folder @param {string} file its name without extension @param {Contents} contents @param {(below: number) => number} random
 */
export function writeBundle(folder, file, { posts, words, changed }, random) {
  const vocabulary = Array.from({ length: 4000 }, (_, i) => `woord${i.toString(36)}`);
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (let i = 0; i < posts; i++) {
    const text = Array.from({ length: words }, () => vocabulary[Math.floor((random(4000) * random(4000)) / 4000)]).join(' ');
    const title = changed && i % changed === 0 ? `Bericht ${i}, aangevuld` : `Bericht ${i}`;
    const head = `title: "${title}"\ndate: Sun, 27 Oct 2019 21:12:49 +0100\nexterne_link: "https://nos.nl/l/${FIRST_ARTICLE + i}"`;
    files[`krant-master/_posts/${i}.md`] = new TextEncoder().encode(`---\n${head}\n---\n<p>${text}</p>`);
  }
  const path = join(folder, `${file}.zip`);
  writeFileSync(path, zipSync(files, { level: 1, mtime: '2020-01-01T12:00:00' }));
  return path;
}

/**
 * Whole numbers below a bound, the same for the same seed.
 * @param {number} seed @returns {(below: number) => number}
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
