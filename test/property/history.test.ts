import 'fake-indexeddb/auto';
import { buf as crc32 } from 'crc-32';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { compact } from '../../src/archive/import/compact.ts';
import { renewBundle } from '../../src/archive/import/renew.ts';
import { savePosts } from '../../src/archive/import/save.ts';
import { readArticle } from '../../src/archive/lookup/lookup.ts';
import { searchArchive } from '../../src/archive/lookup/search.ts';
import { connect, disconnect } from '../../src/archive/store/connection.ts';
import { changeBundle, readManifest, removeBundle } from '../../src/archive/store/manifest.ts';
import { idsOf, type StoredSegment } from '../../src/archive/store/schema.ts';
import { sweep } from '../../src/archive/store/sweep.ts';
import { emptyArchive, listBundles, post, run, zip } from '../archive/archives.ts';
import { asChosen, documentsOf, exported } from '../archive/export/exported.ts';
import { inject } from '../archive/faults/inject.ts';

// What a reader may do with an archive, in any order, beside the simplest archive there can be: lists of texts.

vi.stubGlobal('navigator', { locks: { request: (_: string, work: unknown, held?: unknown) => ((held ?? work) as () => unknown)() } });

const WORDS = ['dijk', 'water', 'brand', 'storm', 'molen'];

interface Text {
  path: string;
  article: number;
  words: string[];
}

const bytesOf = ({ article, words }: Text) =>
  post(`Bericht ${article}`, { link: `https://nos.nl/l/${article}`, body: `<p>${words.join(' ')}</p>` });
const isSame = (one: Text, other: Text) => Buffer.compare(bytesOf(one), bytesOf(other)) === 0;

/** The texts of each bundle, oldest first at each path. */
type Model = Map<string, Text[]>;

const newestAt = (texts: readonly Text[], path: string) => texts.findLast((text) => text.path === path);

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
const article = fc.integer({ min: 1, max: 8 });
const file = fc.record({ path: fc.integer({ min: 0, max: 45 }).map((i) => `_posts/p${i}.md`), article, words });
const files = fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 45 });

interface Step {
  name: string;
  act(model: Model): Promise<void>;
}

const zipOf = (some: readonly Text[]) => zip(Object.fromEntries(some.map((text) => [`krant-master/${text.path}`, bytesOf(text)])));

interface Import {
  some: Text[];
  mirror: boolean;
  tokens: number;
}
const anImport: fc.Arbitrary<Import> = fc.record({ some: files, mirror: fc.boolean(), tokens: fc.constantFrom(40, 100, 1_000_000) });
const told = ({ some, ...others }: Import) =>
  JSON.stringify({ some: some.map((one) => [one.path, one.article, ...one.words].join(' ')), ...others });

const running = ({ some, mirror, tokens }: Import) => run(zipOf(some), { tokens, choice: { destination: 'update', mirror } });

/** What an import makes of a bundle. */
function withImport(before: readonly Text[], { some, mirror }: Import): Text[] {
  const texts = mirror ? before.filter(({ path }) => some.some((one) => one.path === path)) : before;
  const changed = some.filter((one) => {
    const newest = newestAt(texts, one.path);
    return !newest || !isSame(newest, one);
  });
  return [...texts, ...changed];
}

const importing: fc.Arbitrary<Step> = anImport.map(
  (one): Step => ({
    name: `import ${told(one)}`,
    async act(model) {
      expect((await running(one)).type).toBe('done');
      model.set('krant', withImport(model.get('krant') ?? [], one));
    },
  }),
);

let interrupted: Import | null = null;
const killing: fc.Arbitrary<Step> = fc.record({ one: anImport, at: fc.integer({ min: 5, max: 120 }) }).map(
  ({ one, at }): Step => ({
    name: `killed at ${at}: import ${told(one)}`,
    async act(model) {
      const injected = inject('kill', at);
      await running(one);
      injected.remove();
      await disconnect();
      const after = new Map(model).set('krant', withImport(model.get('krant') ?? [], one));
      interrupted = one;
      await agree(model).catch(async () => {
        await agree(after);
        model.set('krant', after.get('krant') ?? []);
      });
    },
  }),
);
const goingOn: Step = {
  name: 'the same file again',
  async act(model) {
    if (!interrupted) return;
    expect((await running(interrupted)).type).toBe('done');
    model.set('krant', withImport(model.get('krant') ?? [], interrupted));
    interrupted = null;
  },
};

let saved = 0;
const saving: fc.Arbitrary<Step> = fc.record({ bundle: fc.constantFrom('eigen', 'krant'), article, words, again: fc.boolean() }).map(
  ({ bundle, article, words, again }): Step => ({
    name: `save into ${bundle}: ${article} ${words.join(' ')}${again ? ' in place' : ''}`,
    async act(model) {
      const texts = model.get(bundle) ?? [];
      const before = again ? texts.findLast((text) => text.article === article && text.path.includes('/s')) : undefined;
      const text = { path: before?.path ?? `_posts/s${saved++}.md`, article, words };
      const kind = before ? 'replacement' : texts.some((one) => one.article === article) ? 'version' : 'article';
      await savePosts(await connect(), bundle, [{ kind, path: text.path, bytes: bytesOf(text) }]);
      model.set(bundle, [...texts.filter((one) => one !== before), text]);
    },
  }),
);

const removing: fc.Arbitrary<Step> = fc.constantFrom('krant', 'eigen').map(
  (bundle): Step => ({
    name: `remove ${bundle}`,
    async act(model) {
      await removeBundle(await connect(), bundle);
      await sweep(await connect());
      model.delete(bundle);
    },
  }),
);

const merging: fc.Arbitrary<Step> = fc.constantFrom(0, 4).map(
  (beside): Step => ({
    name: `merge but for ${beside}`,
    async act() {
      await compact(await connect(), beside);
      await sweep(await connect());
    },
  }),
);

const moving: Step = {
  name: 'export, remove and import',
  async act(model) {
    if (!model.get('krant')?.length) return;
    const { bytes } = await exported('krant');
    await removeBundle(await connect(), 'krant');
    await sweep(await connect());
    expect(await run(asChosen(bytes, 'krant.zip'), { tokens: 100 })).toMatchObject({ type: 'done', report: { counts: { skipped: 0 } } });
  },
};

const renewing: Step = {
  name: 'renew what an earlier version made',
  async act(model) {
    const database = await connect();
    for (const name of model.keys()) {
      const isEarlier = ({ analysis: _, ...segment }: StoredSegment): StoredSegment => segment;
      await changeBundle(database, name, (bundle) => ({ ...bundle, segments: bundle.segments.map(isEarlier) }));
      await renewBundle(database, name, undefined, 100);
    }
  },
};

const restarting: Step = { name: 'restart', act: () => disconnect() };

const step = fc.oneof(
  { weight: 4, arbitrary: importing },
  { weight: 4, arbitrary: saving },
  { weight: 3, arbitrary: killing },
  { weight: 3, arbitrary: fc.constant(goingOn) },
  { weight: 1, arbitrary: removing },
  { weight: 2, arbitrary: merging },
  { weight: 1, arbitrary: fc.constant(moving) },
  { weight: 1, arbitrary: fc.constant(renewing) },
  { weight: 1, arbitrary: fc.constant(restarting) },
);

/** The CRCs of the texts at each path, in their order. */
function byPath(texts: readonly { path: string; crc: number }[]): Map<string, number[]> {
  const paths = new Map<string, number[]>();
  for (const { path, crc } of texts) paths.set(path, [...(paths.get(path) ?? []), crc]);
  return paths;
}

async function agree(model: Model): Promise<void> {
  const bundles = [...model].filter(([, texts]) => texts.length > 0);
  for (const [name, texts] of bundles) {
    const stored = (await documentsOf(name)).map(({ card, crc }) => ({ path: card.path, crc }));
    expect(byPath(stored)).toEqual(byPath(texts.map((text) => ({ path: text.path, crc: crc32(bytesOf(text)) >>> 0 }))));
  }
  const lines = (await listBundles()).filter(({ posts }) => posts > 0).map(({ name, posts, articles }) => [name, posts, articles]);
  const countOf = (texts: readonly Text[], of: 'path' | 'article') => new Set(texts.map((text) => text[of])).size;
  expect(lines.toSorted()).toEqual(
    bundles.map(([name, texts]) => [name, countOf(texts, 'path'), countOf(texts, 'article')] as [string, number, number]).toSorted(),
  );
  const all = bundles.flatMap(([, texts]) => texts);
  for (let article = 1; article <= 8; article++) {
    const versions = new Set(all.filter((text) => text.article === article).map((text) => text.words.join(' ')));
    expect((await readArticle(`nos:${article}`, null))?.versions.length ?? 0, `versions of ${article}`).toBe(versions.size);
  }
  for (const word of WORDS) {
    const asked = {
      text: `${word} `,
      publisher: null,
      category: null,
      from: null,
      to: null,
      sort: 'relevance',
      offset: 0,
      limit: 5,
    } as const;
    expect((await searchArchive(asked)).total, word).toBe(all.filter(({ words }) => words.includes(word)).length);
  }
}

async function nothingIsLeft(): Promise<void> {
  const database = await connect();
  await sweep(database);
  const named = (await readManifest(database)).bundles.flatMap(({ segments }) => segments.flatMap(idsOf));
  const stored = (await database.getAllKeys('blocks')).map(([id]) => id);
  expect(new Set(stored)).toEqual(new Set(named));
}

test('an archive holds what came in and was not taken out, whatever was done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      await emptyArchive();
      interrupted = null;
      const model: Model = new Map();
      try {
        for (const { act } of steps) {
          await act(model);
          await agree(model);
        }
        await nothingIsLeft();
      } catch (error) {
        throw new Error(`${steps.map(({ name }) => name).join('\n')}\n${String(error)}`);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
