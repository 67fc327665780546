// Files as ZIPs whose bytes tell of the files alone: not of the day, the machine or the folder.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const DATE = '2020-01-01T12:00:00';

/** @param {string} folder @returns {string[]} every file under it, in one order on every machine */
export function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/** @param {string} folder @param {string[]} files its files that go in @returns {Uint8Array<ArrayBuffer>} */
export function zipOf(folder, files) {
  const entries = Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file))]));
  return zipSync(entries, { mtime: DATE, level: 9, os: 3, attrs: 0o644 << 16 });
}

/**
 * The files that a folder of sources is built from: those that git keeps or would. Where there is no git, as in the
 * unpacked source package, all but what .gitignore names.
 * @param {string} folder
 */
export function sourceFiles(folder) {
  if (existsSync(join(folder, '.git'))) {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: folder, encoding: 'utf8' });
    return listed
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(folder, file)))
      .sort();
  }
  const ignored = readFileSync(join(folder, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  return filesIn(folder).filter((file) => !ignored.some((name) => `${file}/`.startsWith(name.replace(/\/?$/, '/'))));
}
