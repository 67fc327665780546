// The packages for the stores, as a browser takes them. `npm run package` writes them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';

/** Unpacks a ZIP into a folder. @param {string} zip @param {string} folder */
export function unpack(zip, folder) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/**
 * What to install of the packages in a folder: Firefox takes the ZIP itself, Chromium a folder beside it that it is unpacked into.
 * @param {string} packages @param {'chrome' | 'firefox'} browser @returns {string}
 */
export function packageIn(packages, browser) {
  const name = readdirSync(packages).find((one) => one.endsWith(`-${browser}.zip`));
  if (!name) throw new Error(`${packages} holds no package for ${browser}. Run npm run package first.`);
  if (browser === 'firefox') return resolve(packages, name);
  const folder = resolve(packages, 'chrome');
  rmSync(folder, { recursive: true, force: true });
  unpack(join(packages, name), folder);
  return folder;
}
