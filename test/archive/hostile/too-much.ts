import { gzipSync } from 'fflate';
import { tarOf } from '../bundle/tar-fixture.ts';
import { bytes, post, type Written, zipOf } from '../bundle/zip-fixture.ts';
import type { Hostile } from './hostile.ts';

const MB = 1024 * 1024;
const GOOD = { name: 'krant-master/_posts/goed.md', data: post('Goed bericht') };
const empty = (count: number, folder: string): Written[] =>
  Array.from({ length: count }, (_, i) => ({ name: `krant-master/${folder}/${i}.md`, method: 0 }));
const large = () => bytes(`${post('Groot')}${'<p>Woord voor woord tot het eind. </p>'.repeat((30 * MB) / 38)}`);
const zip64 = { zip64: true };

/**
 * Archives of more than anyone needs: too many files, too large ones, and little that unpacks to much.
 * @param many files in the first ones
 */
export const excessiveArchives = (many: number): Hostile[] => [
  {
    what: `a ZIP with ${many} empty posts`,
    file: zipOf([GOOD, ...empty(many, '_posts')], zip64),
    good: true,
    reason: 'empty',
    skipped: many,
  },
  { what: `a ZIP with ${many} empty files elsewhere`, file: zipOf([GOOD, ...empty(many, 'elders')], zip64), good: true, reason: null },
  {
    what: `a ZIP with ${many / 10} posts at one place`,
    file: zipOf([GOOD, ...empty(many / 10, '_posts').map((one) => ({ ...one, says: { offset: 0, size: 60 * MB, packed: 60 } }))], zip64),
    good: true,
    reason: 'too-large',
    skipped: many / 10,
  },
  {
    what: 'a ZIP with 8 bombs that say to be small',
    file: zipOf([GOOD, ...empty(8, '_posts').map((one) => ({ ...one, method: 8, data: new Uint8Array(20 * MB), says: { size: 100 } }))]),
    good: true,
    reason: 'wrong-size',
    skipped: 8,
  },
  {
    what: 'a ZIP with a post of 30 MB',
    file: zipOf([GOOD, { name: 'krant-master/_posts/groot.md', data: large() }]),
    good: true,
    reason: 'too-large',
  },
  {
    what: 'a tar with a post of 30 MB',
    file: tarOf([{ name: 'krant-master/_posts/groot.md', data: large() }, GOOD]),
    good: true,
    reason: 'too-large',
  },
  {
    what: 'a tar.gz in a tar.gz, of 60 MB',
    file: gzipped(
      tarOf([GOOD, { name: 'krant-master/_posts/a.md', data: gzipped(tarOf([{ name: 'b.md', data: new Uint8Array(60 * MB) }])) }]),
    ),
    good: true,
    reason: 'not-text',
  },
];

const gzipped = (whole: Uint8Array) => gzipSync(whole, { level: 1 }) as Uint8Array<ArrayBuffer>;
