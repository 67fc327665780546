import { expect, test } from 'vitest';
import { openBundle } from '../../../src/archive/bundle/open.ts';
import { chosen, listed, readAll } from './reading.ts';
import { fileOf, post } from './zip-fixture.ts';

const inFolder = (path: string, text = post(path)) => chosen(fileOf(text, path.slice(path.lastIndexOf('/') + 1)), path);

test('reads the posts of a folder in the order of their paths', async () => {
  const bundle = await openBundle([
    inFolder('krant-main/_posts/b.md', post('b')),
    inFolder('krant-main/_posts/.hidden', 'x'),
    inFolder('krant-main/readme.md', 'x'),
    inFolder('krant-main/_posts/2011/a.md', post('a')),
  ]);
  expect(bundle).toMatchObject({ name: 'krant', entries: 4, posts: 2, identity: expect.stringMatching(/^krant\/ 4 \d+ 1$/) });
  expect(await readAll(bundle)).toEqual([
    ['_posts/2011/a.md', post('a')],
    ['_posts/b.md', post('b')],
  ]);
});

test('knows a download as Windows unpacks it, in a folder of the same name', async () => {
  const bundle = await openBundle([
    inFolder('krant-main/krant-main/_posts/b.md', post('b')),
    inFolder('krant-main/krant-main/earlier/1/_posts/b.md', post('a')),
    inFolder('krant-main/krant-main/readme.md', 'x'),
  ]);
  expect(bundle.name).toBe('krant');
  expect((await listed(bundle)).map(({ path }) => path)).toEqual(['earlier/1/_posts/b.md', '_posts/b.md']);
});

test('takes everything for posts in a _posts folder that was chosen itself', async () => {
  const bundle = await openBundle([inFolder('_posts/a.md', post('a')), inFolder('_posts/2011/b.md', post('b'))]);
  expect((await listed(bundle)).map(({ path }) => path)).toEqual(['_posts/2011/b.md', '_posts/a.md']);
});

test('refuses a folder without posts', async () => {
  await expect(openBundle([inFolder('krant/a.md')])).rejects.toMatchObject({ reason: 'no-posts' });
});

test('reads loose files as one bundle', async () => {
  const bundle = await openBundle([chosen(fileOf(post('b'), 'b.md')), chosen(fileOf(post('a'), 'a.html'))]);
  expect(bundle).toMatchObject({ name: 'Losse artikelen', entries: 2, posts: 2 });
  expect(await readAll(bundle)).toEqual([
    ['a.html', post('a')],
    ['b.md', post('b')],
  ]);
});

test('names what can not be read of loose files, and reads the others', async () => {
  const gone = fileOf('x', 'd.md');
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const files = [fileOf('', 'a.md'), fileOf(new Uint8Array(5 * 1024 * 1024), 'b.md'), fileOf(post('c'), 'c.md'), gone, fileOf('x', 'c.md')];
  expect(await readAll(await openBundle(files.map((file) => chosen(file))))).toEqual([
    ['a.md', '!empty'],
    ['b.md', '!too-large'],
    ['c.md', post('c')],
    ['c.md', '!twice'],
    ['d.md', '!unreadable'],
  ]);
});

test('reads on from where it was, and passes over what is not wanted', async () => {
  const files = Array.from({ length: 30 }, (_, i) => chosen(fileOf(post(String(i)), `${String(i).padStart(2, '0')}.md`)));
  const read = await readAll(await openBundle(files), 12, ({ path }) => path !== '13.md');
  expect([read.length, read[0], read[1], read.at(-1)]).toEqual([18, ['12.md', post('12')], ['13.md', '!unwanted'], ['29.md', post('29')]]);
});
