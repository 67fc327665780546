import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { folderName } from '../../../src/archive/export/export.ts';
import { ZipWriter } from '../../../src/archive/export/zip-writer.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { KIND } from '../../../src/archive/index/blocks.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';
import { asChosen, exported } from './exported.ts';

const REAL = new URL('../../../../shared/archive/leestmeer-2k.zip', import.meta.url);

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', {
  locks: { request: (_: string, work: unknown, held?: unknown) => ((held ?? work) as () => unknown)() },
});
beforeEach(emptyArchive);

describe('an exported bundle', () => {
  test('holds every post at its path, byte for byte', async () => {
    const files = {
      'krant-master/_posts/a.md': post('A'),
      'krant-master/nieuws/_posts/b.md': post('B', { body: `<p>${'ver '.repeat(500)}</p>` }),
    };
    await run(zip(files));
    const { bytes, end, told } = await exported('krant');
    expect(unzipSync(bytes)).toEqual({
      'krant/_posts/a.md': files['krant-master/_posts/a.md'],
      'krant/nieuws/_posts/b.md': files['krant-master/nieuws/_posts/b.md'],
    });
    expect(end).toEqual({ posts: 2, damaged: 0 });
    expect(told.at(-1)).toBe(1);
  });

  test('keeps earlier texts of a path beside the newest, and both come back', async () => {
    const at = (title: string) => ({ 'krant-master/_posts/a.md': post(title, { link: 'https://nos.nl/l/1' }) });
    await run(zip(at('Eerst')));
    await run(zip(at('Toen')));
    await run(zip(at('Nu')));
    const { bytes } = await exported('krant');
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual(['krant/_posts/a.md', 'krant/earlier/1/_posts/a.md', 'krant/earlier/2/_posts/a.md']);
    expect(new TextDecoder().decode(files['krant/_posts/a.md'])).toContain('Nu');
    expect(new TextDecoder().decode(files['krant/earlier/2/_posts/a.md'])).toContain('Eerst');
    await emptyArchive();
    const { report } = await run(asChosen(bytes, 'krant.zip'));
    expect(report).toMatchObject({ bundle: 'krant', counts: { posts: 3, articles: 1, versioned: 1 } });
  });

  test('has posts that were saved one by one', async () => {
    const bytes = post('Los');
    await savePosts(await connect(), 'Eigen archief', [{ path: '_posts/los.md', bytes, kind: 'article' }]);
    expect(unzipSync((await exported('Eigen archief')).bytes)).toEqual({ 'Eigen archief/_posts/los.md': bytes });
  });

  test('leaves out what was taken out', async () => {
    const files = { 'krant-master/_posts/a.md': post('A'), 'krant-master/_posts/b.md': post('B') };
    await run(zip(files));
    await run(zip({ 'krant-master/_posts/a.md': post('A') }), { choice: { destination: 'auto', mirror: true } });
    expect(Object.keys(unzipSync((await exported('krant')).bytes))).toEqual(['krant/_posts/a.md']);
  });

  test('has what can be read beside a segment of which can not be read what was taken out of it', async () => {
    await run(zip({ 'krant-master/_posts/a.md': post('A'), 'krant-master/_posts/b.md': post('B') }));
    const database = await connect();
    const bytes = post('Nieuw');
    await savePosts(database, 'krant', [{ path: '_posts/b.md', bytes, kind: 'replacement' }]);
    const list = (await database.getAllKeys('blocks')).find(([, kind]) => kind === KIND.tombstones);
    await database.put('blocks', new Uint8Array(8), list as never);
    const saved = await exported('krant');
    expect(unzipSync(saved.bytes)).toEqual({ 'krant/_posts/b.md': bytes });
    expect(saved.end).toEqual({ posts: 1, damaged: 2 });
  });

  test.skipIf(!existsSync(REAL))(
    'of a real archive gives each of its posts, and the same numbers again',
    async () => {
      const original = readFileSync(REAL);
      const first = await run(asChosen(original, 'leestmeer-2k.zip'));
      const { bytes } = await exported(first.report.bundle);
      const posts = (from: Uint8Array) =>
        new Map(
          Object.entries(unzipSync(from)).flatMap(([path, file]) =>
            path.includes('/_posts/') && file.length > 0 ? [[path.replace(/^[^/]*\//, ''), file]] : [],
          ),
        );
      const [before, after] = [posts(original), posts(bytes)];
      expect(after.size).toBe(1608);
      for (const [path, file] of after) expect(Buffer.compare(file, before.get(path) as Uint8Array), path).toBe(0);
      await emptyArchive();
      const again = await run(asChosen(bytes, 'leestmeer.zip'));
      expect(again.report.counts).toMatchObject({ posts: 1608, articles: 1574, versioned: 31, skipped: 0 });
    },
    60_000,
  );
});

test('writes more files than a plain ZIP can name', () => {
  const pieces: Uint8Array[] = [];
  const writer = new ZipWriter((bytes) => pieces.push(bytes));
  const file = post('A');
  for (let i = 0; i < 66_000; i++) writer.add({ name: `a/${i}.md`, bytes: file, size: 0, crc: 0, date: Date.UTC(2019, 9, 27) });
  writer.end();
  const end = Buffer.concat(pieces).subarray(-98);
  expect(end.readUInt32LE(0)).toBe(0x06064b50);
  expect(end.readBigUInt64LE(32)).toBe(66_000n);
});

test.each([
  ['leestmeer (2)', 'leestmeer (2)'],
  ['a/b\\c:d', 'a_b_c_d'],
  ['..', '_'],
  ['nieuws. ', 'nieuws_'],
])('names the folder of %j %j', (name, folder) => {
  expect(folderName(name)).toBe(folder);
});
