import type { ImportChoice } from '../../../src/archive/import/choice.ts';
import { compact, nextMerge } from '../../../src/archive/import/compact.ts';
import { savePosts } from '../../../src/archive/import/save.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { readManifest, removeBundle } from '../../../src/archive/store/manifest.ts';
import { VERSION } from '../../../src/archive/store/migrations.ts';
import { sweep } from '../../../src/archive/store/sweep.ts';
import { emptyArchive, post, renew, run, zip } from '../archives.ts';
import { asEarlier } from '../older-analyser.ts';
import { readDisk, writeDisk } from './disk.ts';
import { inject } from './inject.ts';
import type { End, Work } from './trial.ts';

/** A post a number; short, as every case reads and writes all of them. */
const posts = (from: number, to: number, bundle = 'krant') =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, i) => [
      `${bundle}-master/_posts/${from + i}.md`,
      post(`Bericht ${from + i} over de dijk`, { link: `https://nos.nl/l/${1000 + from + i}`, body: `<p>Woord${from + i} water.</p>` }),
    ]),
  );
const changed = { 'krant-master/_posts/1.md': post('Nieuwe stand van de dijk', { link: 'https://nos.nl/l/1001' }) };

/** So few words are held in memory that an import of more than 32 posts has a checkpoint to go on from, with an index. */
const TOKENS = 50;
/** The same, but there the words are still held: an import that goes on reads them again. */
const MORE_TOKENS = 1000;
const MIRROR: ImportChoice = { destination: 'auto', mirror: true };

const importing =
  (files: Record<string, Uint8Array>, choice?: ImportChoice, tokens = TOKENS) =>
  async (signal: AbortSignal): Promise<End> =>
    (await run(zip(files), { signal, tokens, ...(choice && { choice }) })).type;

/** Work that tells its failure by throwing. */
const doing = (work: () => Promise<unknown>) => async (): Promise<End> => {
  await work();
  return 'done';
};

const asks = { keys: ['nos:1001', 'nos:1'], word: 'dijk' };

async function removeAndSweep() {
  const database = await connect();
  await removeBundle(database, 'ander');
  await sweep(database);
}

async function mergeAndSweep() {
  const database = await connect();
  await compact(database);
  await sweep(database);
}

/** Leaves a bundle with several small segments: an update that was killed before it could merge them. */
async function withMergeDue() {
  for (let i = 1; i < 4; i++) await run(zip(posts(0, i)), { tokens: TOKENS });
  await disconnect();
  const disk = await readDisk();
  for (let at = 10; ; at++) {
    const injected = inject('kill', at);
    await run(zip(posts(0, 4)), { tokens: TOKENS });
    injected.remove();
    await disconnect();
    const { bundles } = await readManifest(await connect());
    if (nextMerge(bundles[0]?.segments ?? [])) return;
    await disconnect();
    await writeDisk(disk);
  }
}

/** Posts that only today's analyser finds by `stad`. */
const cities = zip(
  Object.fromEntries(
    Array.from({ length: 36 }, (_, i) => [
      `krant-master/_posts/${i}.md`,
      post('Nieuws', { link: `https://nos.nl/l/${1001 + i}`, body: `<p>Steden ${i}.</p>` }),
    ]),
  ),
);

/** An archive as an earlier version of the database had it. */
const earlier = (version: number) => async () => {
  await emptyArchive();
  await run(zip(posts(0, 3)));
  await disconnect();
  const disk = await readDisk();
  await writeDisk({ version, stores: disk.stores.filter(({ name }) => name !== 'visits') });
};

const saved = (number: number) => ({
  kind: 'article' as const,
  path: `_posts/s${number}.md`,
  bytes: post(`Gelezen ${number} over de dijk`, { link: `https://nos.nl/l/${1000 + number}` }),
});

export const IMPORTS: Record<string, Work> = {
  'a first import': { asks, again: true, before: async () => void (await connect()), act: importing(posts(0, 34)) },
  'a first import whose words are held to its end': {
    asks,
    again: true,
    before: async () => void (await connect()),
    act: importing(posts(0, 34), undefined, MORE_TOKENS),
  },
  'an update': {
    asks,
    again: true,
    cancels: true,
    before: async () => void (await run(zip(posts(0, 4)))),
    act: importing({ ...posts(0, 38), ...changed }),
  },
};

export const CHANGES: Record<string, Work> = {
  'an update that is mirrored': {
    asks,
    again: true,
    before: async () => void (await run(zip(posts(0, 6)))),
    act: importing({ ...posts(0, 3), ...posts(6, 8), ...changed }, MIRROR),
  },
  'an update by an export, with a text from before the one that is there': {
    asks,
    again: true,
    before: async () => void (await run(zip(posts(0, 4)))),
    act: importing({ 'krant-master/earlier/1/_posts/1.md': changed['krant-master/_posts/1.md'], ...posts(0, 4) }),
  },
  'a removal with its sweep': {
    asks,
    again: true,
    async before() {
      await run(zip(posts(0, 3)));
      await run(zip(posts(2, 6, 'ander')));
    },
    isInSteps: true,
    act: doing(removeAndSweep),
  },
  'a merge': { asks, again: true, before: withMergeDue, isInSteps: true, act: doing(mergeAndSweep) },
  'a renewal': {
    asks: { ...asks, word: 'stad' },
    again: true,
    cancels: true,
    isInSteps: true,
    before: () => asEarlier(async () => void (await run(cities, { tokens: TOKENS }))),
    act: async (signal) => (await renew({ signal, tokens: TOKENS })).type,
  },
  'a first single post': {
    asks,
    again: false,
    before: async () => void (await run(zip(posts(0, 3)))),
    act: doing(async () => savePosts(await connect(), 'krant', [saved(33)])),
  },
  'one more single post': {
    asks,
    again: false,
    before: async () => savePosts(await connect(), 'krant', [saved(1), saved(2), saved(3)]),
    act: doing(async () => savePosts(await connect(), 'krant', [saved(33), { ...saved(3), kind: 'replacement' }])),
  },
  'a migration': { asks, again: true, before: earlier(VERSION - 1), act: doing(connect) },
};
