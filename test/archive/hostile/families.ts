import { emptyArchive, run } from '../archives.ts';
import { cutArchives, lyingArchives } from './archive-lies.ts';
import { hostileBodies } from './bodies.ts';
import { hostileHeads } from './heads.ts';
import type { Hostile } from './hostile.ts';
import { excessiveArchives } from './too-much.ts';

/** All hostile bundles by what is wrong with them, and how many there are at least; `many` files in those with too many. */
export const FAMILIES: readonly [family: string, make: (many: number) => Hostile[], least: number][] = [
  ['archives that lie', lyingArchives, 130],
  ['archives that are cut off', cutArchives, 105],
  ['archives of too much', excessiveArchives, 7],
  ['front matter', hostileHeads, 130],
  ['bodies', hostileBodies, 80],
];

/** Imports one into an empty archive, and gives the event that ended it. */
export async function importHostile({ file }: Hostile) {
  await emptyArchive();
  return run({ file: new File([file], 'krant-master.zip', { lastModified: 1 }), path: '' });
}
