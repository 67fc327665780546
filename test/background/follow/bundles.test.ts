import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../src/archive/store/connection.ts';
import { interruptedImports, keepImport } from '../../../src/archive/store/imports.ts';
import { IMPORT_LOCK } from '../../../src/archive/store/locks.ts';
import { markDamaged, readManifest } from '../../../src/archive/store/manifest.ts';
import { emptyArchive, listBundles, post, run, zip } from '../../archive/archives.ts';
import { allowed, kept } from '../../kept-storage.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
const { checkBundles } = await import('../../../src/background/follow/bundles.ts');
const { bundleAddress, bundleSources, noteSource, setSource } = await import('../../../src/settings/sources.ts');

/** A disk of the extension's own, as far as a download needs it. */
function disk() {
  const files = new Map<string, Uint8Array[]>();
  const folder = {
    getFileHandle: async (name: string) => ({
      createWritable: async () => {
        const pieces: Uint8Array[] = [];
        files.set(name, pieces);
        return new WritableStream({ write: (piece: Uint8Array) => void pieces.push(piece) });
      },
      getFile: async () => new File((files.get(name) ?? []) as Uint8Array<ArrayBuffer>[], name),
    }),
  };
  return { files, root: { getDirectoryHandle: async () => folder, removeEntry: async () => files.clear() } };
}

const { files, root } = disk();
const held = new Set<string>();
type Act = (lock: object | null) => unknown;
/** As far as they are asked for here: one that is to be had at once or not at all, or one that is free. */
const locks = {
  async request(name: string, options: Act | { ifAvailable: true }, asked?: Act) {
    const act = typeof options === 'function' ? options : (asked as Act);
    if (held.has(name)) return act(null);
    held.add(name);
    try {
      return await act({});
    } finally {
      held.delete(name);
    }
  },
};
const room = { quota: 1e9, usage: 0 };
vi.stubGlobal('navigator', { onLine: true, locks, storage: { getDirectory: async () => root, estimate: async () => room } });

const NOW = Date.parse('2026-11-24T12:00:00Z');
const DAY = 24 * 3_600_000;
const bundle = (...titles: string[]) =>
  zip(Object.fromEntries(titles.map((title, i) => [`krant-master/_posts/${i}.md`, post(title)]))).file;
const server = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', server);

beforeEach(async () => {
  await emptyArchive();
  delete kept.sources;
  server.mockReset();
  allowed.now = true;
  room.quota = 1e9;
  await run(zip({ 'krant-master/_posts/0.md': post('A') }));
  await setSource('krant', { address: 'https://krant.example/krant.zip', isDaily: true });
});

test('imports what is new in a bundle, and asks a day later only for what is newer', async () => {
  server.mockImplementation(async () => new Response(bundle('A', 'B'), { headers: { etag: '"1"' } }));
  expect(await checkBundles(NOW)).toBe(true);
  expect(await listBundles()).toMatchObject([{ name: 'krant', posts: 2 }]);
  expect(files.size).toBe(0);
  expect(await checkBundles(NOW + DAY / 2)).toBe(false);
  expect(server).toHaveBeenCalledTimes(1);
  server.mockImplementation(async () => new Response(null, { status: 304 }));
  expect(await checkBundles(NOW + DAY)).toBe(false);
  expect(new Headers(server.mock.calls[1]?.[1]?.headers).get('if-none-match')).toBe('"1"');
  server.mockImplementation(async () => new Response(bundle('A', 'B', 'C')));
  expect(await checkBundles(NOW + 2 * DAY)).toBe(true);
  expect(await listBundles()).toMatchObject([{ name: 'krant', posts: 3 }]);
});

test('fetches nothing while another fetches, whose file stands at the same place', async () => {
  let answer = (_: Response): void => undefined;
  server.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const first = checkBundles(NOW);
  await vi.waitFor(() => expect(server).toHaveBeenCalled());
  expect(await checkBundles(NOW)).toBe(false);
  answer(new Response(bundle('A', 'B')));
  expect(await first).toBe(true);
  expect(server).toHaveBeenCalledTimes(1);
  expect(await listBundles()).toMatchObject([{ name: 'krant', posts: 2 }]);
});

test('leaves what it fetched where an import runs, and fetches it again another time', async () => {
  server.mockImplementation(async () => new Response(bundle('A', 'B')));
  held.add(IMPORT_LOCK);
  expect(await checkBundles(NOW)).toBe(false);
  expect(files.size).toBe(0);
  expect(await bundleSources()).toMatchObject([{ checked: null }]);
  held.clear();
  expect(await checkBundles(NOW)).toBe(true);
});

test.each([
  ['server-error', async () => new Response('', { status: 404 })],
  ['moved', async () => new Response(null, { status: 302 })],
  ['not-a-bundle', async () => new Response('<!doctype html>')],
  ['damaged', async () => new Response(bundle('A', 'B').slice(0, 200))],
  [
    'unreachable',
    async () => {
      throw new TypeError('Failed to fetch');
    },
  ],
] as const)('says why nothing came, and leaves the archive: %s', async (name, answer) => {
  server.mockImplementation(async () => new Response(bundle('A')));
  await checkBundles(NOW);
  server.mockImplementation(answer);
  expect(await checkBundles(NOW + DAY)).toBe(false);
  expect(await bundleSources()).toMatchObject([{ problem: { name }, worked: NOW, checked: NOW + DAY }]);
  expect(await listBundles()).toMatchObject([{ posts: 1 }]);
});

test('asks for the whole bundle again where a part of it can’t be read any more', async () => {
  server.mockImplementation(async (_, init) =>
    new Headers(init?.headers).has('if-none-match')
      ? new Response(null, { status: 304 })
      : new Response(bundle('A', 'B'), { headers: { etag: '"1"' } }),
  );
  await checkBundles(NOW);
  const [segment] = (await readManifest(await connect())).bundles[0]?.segments ?? [];
  await markDamaged(await connect(), segment?.index ?? -1);
  expect(await listBundles()).toMatchObject([{ damaged: 1 }]);
  expect(await checkBundles(NOW + DAY)).toBe(true);
  expect(await listBundles()).toMatchObject([{ damaged: 0, posts: 2 }]);
});

test('asks a server that asked for time only when that has passed', async () => {
  server.mockImplementation(async () => new Response('', { status: 429, headers: { 'retry-after': String((3 * DAY) / 1000) } }));
  for (const days of [0, 1, 2]) await checkBundles(NOW + days * DAY);
  expect(server).toHaveBeenCalledTimes(1);
  server.mockImplementation(async () => new Response(bundle('A', 'B')));
  expect(await checkBundles(NOW + 3 * DAY)).toBe(true);
});

test('leaves a server that takes too long, and says so', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.abort(new DOMException('', 'TimeoutError')));
  server.mockRejectedValue(new DOMException('', 'TimeoutError'));
  expect(await checkBundles(NOW)).toBe(false);
  expect(await bundleSources()).toMatchObject([{ problem: { name: 'too-slow' }, checked: NOW }]);
});

/** A file that goes on until nobody reads it any more, or far beyond what there is room for. */
function endless() {
  const sent = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent.bytes > 10_000_000) return controller.close();
      sent.bytes += 50_000;
      controller.enqueue(new Uint8Array(50_000));
    },
  });
  return { body, sent };
}

test('takes no more of a file than half of the room on the disk, as importing it takes room too', async () => {
  room.quota = 1_000_000;
  const { body, sent } = endless();
  server.mockImplementation(async () => new Response(body));
  expect(await checkBundles(NOW)).toBe(false);
  expect(await bundleSources()).toMatchObject([{ problem: { name: 'disk-full' }, worked: null, checked: NOW }]);
  expect(sent.bytes).toBeLessThan(1_000_000);
  expect(files.size).toBe(0);
});

test('begins with no file that is said to be larger than there is room for', async () => {
  room.quota = 1_000_000;
  const { body, sent } = endless();
  server.mockImplementation(async () => new Response(body, { headers: { 'content-length': '600000' } }));
  expect(await checkBundles(NOW)).toBe(false);
  expect(await bundleSources()).toMatchObject([{ problem: { name: 'disk-full' } }]);
  expect(sent.bytes).toBeLessThan(200_000);
});

test('asks no host that the reader no longer allows to be asked, and says so', async () => {
  allowed.now = false;
  expect(await checkBundles(NOW)).toBe(false);
  expect(server).not.toHaveBeenCalled();
  expect(await bundleSources()).toMatchObject([{ problem: { name: 'not-allowed' } }]);
});

test('brings no bundle back that the reader removed, and forgets where it came from', async () => {
  await emptyArchive();
  expect(await checkBundles(NOW)).toBe(false);
  expect(server).not.toHaveBeenCalled();
  expect(await bundleSources()).toEqual([]);
});

test('forgets what an import of an earlier download had come to when it was stopped', async () => {
  const journal = { bundle: 'krant', started: 0, documents: 900, indexes: [], count: 0, entries: 0, total: 9, state: {} };
  const database = await connect();
  await keepImport(database, { ...journal, identity: 'krant.zip 100 1' });
  await keepImport(database, { ...journal, identity: 'chosen.zip 100 1' });
  server.mockImplementation(async () => new Response(bundle('A', 'B')));
  await checkBundles(NOW);
  expect((await interruptedImports(database)).map(({ identity }) => identity)).toEqual(['chosen.zip 100 1']);
});

test('does not look by itself at a bundle that is not to be looked at daily', async () => {
  await noteSource('krant', { isDaily: false });
  await checkBundles(NOW);
  expect(server).not.toHaveBeenCalled();
});

test.each([
  ['https://github.com/someone/krant', 'https://codeload.github.com/someone/krant/zip/HEAD'],
  ['https://github.com/someone/krant.git', 'https://codeload.github.com/someone/krant/zip/HEAD'],
  ['https://krant.example/krant.zip', 'https://krant.example/krant.zip'],
  ['https://github.com/someone/krant/archive/master.zip', 'https://github.com/someone/krant/archive/master.zip'],
])('takes the file behind %s', (address, file) => {
  expect(bundleAddress(address)).toBe(file);
});
