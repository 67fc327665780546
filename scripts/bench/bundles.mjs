// The archives to measure with: real ones where they stand beside this repository, generated ones else.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateBundle } from './generate.mjs';
import { readZip } from './zip-reader.mjs';
import { openZip } from './zip-writer.mjs';

const ARCHIVES = join(import.meta.dirname, '../../../shared/archive');
const SIZE = 67_101;
const LONG_POSTS = 20_000;

/** @typedef {{ path: string, name: string, posts: number, real: boolean }} Measured */

/** @param {string} name */
const real = (name) => {
  const path = join(ARCHIVES, name);
  return existsSync(path) ? path : null;
};

/**
 * @param {string} folder where generated ones are put; the caller removes it
 * @param {number | null} scale how many posts; null for the real archive
 * @returns {Measured}
 */
export function mainBundle(folder, scale) {
  const path = scale === null ? real('leestmeer-67k.zip') : null;
  if (path) return { path, name: 'leestmeer-67k.zip', posts: SIZE, real: true };
  const posts = scale ?? SIZE;
  const generated = join(folder, `generated-${posts}.zip`);
  if (!existsSync(generated)) generateBundle(generated, posts);
  return { path: generated, name: `${posts} generated posts`, posts, real: false };
}

const smallBundle = () => real('leestmeer-2k.zip');

/** Long posts: those of NOS in the small archive again and again, each time under new keys. @param {string} folder @returns {Measured} */
export function longBundle(folder) {
  const path = join(folder, 'long.zip');
  const small = smallBundle();
  if (!small) {
    generateBundle(path, LONG_POSTS, { long: true });
    return { path, name: `${LONG_POSTS} long generated posts`, posts: LONG_POSTS, real: false };
  }
  const link = /^externe_link: .*\b(?:nos|jeugdjournaal)\.nl\/.*$/m;
  const originals = [...readZip(small)].map(({ name, bytes }) => ({ name, text: bytes.toString() })).filter(({ text }) => link.test(text));
  const zip = openZip(path);
  for (let i = 0; i < LONG_POSTS; i++) {
    const { name, text } = /** @type {typeof originals[0]} */ (originals[i % originals.length]);
    const again = text.replace(link, `externe_link: "https://nos.nl/artikel/${9_000_000 + i}"`);
    zip.add(name.replace(/^[^/]+/, 'lang-master').replace(/\.md$/, `_${i}.md`), Buffer.from(again));
  }
  zip.end();
  return { path, name: `${LONG_POSTS} posts of NOS`, posts: LONG_POSTS, real: true };
}

/** Archives of rising size for the judge: the sample, the small one, the large one. @param {string} folder */
export function judgedArchives(folder) {
  const posts = join(import.meta.dirname, '../../public/sample-archive/_posts');
  const sample = join(folder, 'sample-archive.zip');
  const zip = openZip(sample);
  for (const name of readdirSync(posts).sort()) zip.add(`sample/_posts/${name}`, readFileSync(join(posts, name)));
  zip.end();
  return [sample, smallBundle() ?? mainBundle(folder, 2000).path, mainBundle(folder, null).path];
}
