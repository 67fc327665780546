import '../quiet.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { readNames } from '../../../scripts/faults/disk.mjs';
import { answerFor, readArticle } from '../../../src/archive/lookup/lookup.ts';
import { searchArchive } from '../../../src/archive/lookup/search.ts';
import { connect, disconnect } from '../../../src/archive/store/connection.ts';
import { VERSION } from '../../../src/archive/store/migrations.ts';
import { addVisit, visitsOf } from '../../../src/archive/store/visits.ts';
import { bytes, emptyArchive, listBundles, page, post, renew, run, zip } from '../archives.ts';
import { documentsOf, exported } from '../export/exported.ts';
import { asText, fromText } from './dump.ts';

const dumpOf = (version: number) => join(import.meta.dirname, `dumps/version-${version}.json`);
/** The first that was released; version 1 was in nobody's hands. */
const FIRST = 2;
const VERSIONS = Array.from({ length: VERSION - FIRST + 1 }, (_, i) => FIRST + i);

/** What the dumps hold: an article in two versions, one that was changed by an update, a post without link, and another bundle. */
const text = (title: string, link: string, day: number, first: string) =>
  bytes(
    `---\nlayout: post\ntitle: "${title}"\ndate: 2019-10-${day} 12:00:00 +0100\ncategory: binnenland\nexterne_link: "${link}"\nbron: "NOS"\naantal: 13\nunieke: 13\n---\n\n<p>${first} De dijk bij Oosterveen krijgt nieuwe bekleding, zegt dijkgraaf Wiersma.</p>\n`,
  );
const residents = (how: string) => text('Bewoners Oosterveen blij met dijk', 'https://nos.nl/l/9000002', 14, `De bewoners zijn ${how}.`);
const KRANT = {
  '_posts/2019-10-10-dijk.md': text('Dijk bij Oosterveen krijgt bekleding', 'https://nos.nl/l/9000001', 10, 'Na twaalf dagen.'),
  '_posts/2019-10-12-dijk_later.md': text(
    'Dijk bij Oosterveen krijgt nieuwe bekleding',
    'https://nos.nl/artikel/9000001-dijk',
    12,
    'Na dertien dagen.',
  ),
  '_posts/2019-10-14-bewoners.md': residents('blij'),
  '_posts/2019-10-15-podcast.md': bytes('---\ntitle: "Podcast over water"\n---\nOver het water, zonder link.\n'),
};
const LATER = { ...KRANT, '_posts/2019-10-14-bewoners.md': residents('heel blij') };
const ANDERS = { '_posts/2019-11-1-veer.md': text('Veerboot vaart weer', 'https://nos.nl/l/9000003', 20, 'De veerboot naar het eiland.') };
const under = (folder: string, files: Record<string, Uint8Array>) =>
  zip(Object.fromEntries(Object.entries(files).map(([path, file]) => [`${folder}/${path}`, file])), `${folder}.zip`);

// Node has no locks; one test does nothing at once.
vi.stubGlobal('navigator', {
  locks: { request: (_: string, work: unknown, held?: unknown) => ((held ?? work) as () => unknown)() },
});
beforeEach(emptyArchive);

test('every version has its dump', async () => {
  await run(under('krant-master', KRANT));
  await run(under('krant-master', LATER));
  await run(under('anders-main', ANDERS));
  await disconnect();
  if (!existsSync(dumpOf(VERSION))) writeFileSync(dumpOf(VERSION), await asText());
  expect([1, ...VERSIONS].filter((version) => !existsSync(dumpOf(version)))).toEqual([]);
});

describe.each(VERSIONS)('an archive of version %i', (version) => {
  beforeEach(() => fromText(readFileSync(dumpOf(version), 'utf8')));

  test('answers as before', async () => {
    expect((await listBundles()).map(({ name, posts, damaged }) => [name, posts, damaged])).toEqual([
      ['anders', 1, 0],
      ['krant', 4, 0],
    ]);
    expect((await connect()).version).toBe(VERSION);
    expect(await answerFor(page('nos:9000001'))).toMatchObject({
      state: 'archived',
      version: { title: 'Dijk bij Oosterveen krijgt nieuwe bekleding' },
      versions: [{}, {}],
    });
    const [before, after] = (await readArticle('nos:9000002', null))?.versions ?? [];
    expect((await readArticle('nos:9000002', before?.id ?? ''))?.shown.html).toContain('zijn blij');
    expect((await readArticle('nos:9000002', after?.id ?? ''))?.shown.html).toContain('zijn heel blij');
    const unseen = page('nos:1', 'Dijk bij Oosterveen', 'De bekleding van de dijk bij Oosterveen is nieuw, zegt dijkgraaf Wiersma.');
    expect(await answerFor(unseen)).toMatchObject({ state: 'related' });
  });

  test('is searched, and saved again byte for byte', async () => {
    const asked = { publisher: null, category: null, from: null, to: null, sort: 'relevance', offset: 0, limit: 10 } as const;
    expect((await searchArchive({ text: 'veerboot', ...asked })).results.map(({ key }) => key)).toEqual(['nos:9000003']);
    const files = unzipSync((await exported('krant')).bytes);
    for (const [path, file] of Object.entries(LATER)) expect(Buffer.from(files[`krant/${path}`] ?? []).equals(file), path).toBe(true);
    expect(Object.keys(files)).toContain('krant/earlier/1/_posts/2019-10-14-bewoners.md');
  });

  test('knows what it has when that is imported again, takes more, and leaves nothing behind', async () => {
    expect((await run(under('krant-master', LATER))).report.counts).toMatchObject({ unchanged: 4, added: 0, changed: 0 });
    const more = { ...LATER, '_posts/2019-10-16-meer.md': post('Meer', { link: 'https://nos.nl/l/9000004' }) };
    expect((await run(under('krant-master', more))).report.counts).toMatchObject({ unchanged: 4, added: 1 });
    expect(await answerFor(page('nos:9000004'))).toMatchObject({ state: 'archived' });
    expect(await readNames()).toMatchObject({ unnamed: [], missing: [] });
  });

  test('has its words read again, and is otherwise as it was', async () => {
    const everyDocument = async () => [await documentsOf('krant'), await documentsOf('anders')];
    const before = await everyDocument();
    expect(await renew()).toMatchObject({ type: 'done', report: { counts: { posts: 6 } } });
    expect(await everyDocument()).toEqual(before);
    expect(await answerFor(page('nos:9000001'))).toMatchObject({ state: 'archived', versions: [{}, {}] });
    expect((await renew()).report.counts.posts).toBe(0);
    expect(await readNames()).toMatchObject({ unnamed: [], missing: [] });
  });

  test('counts visits from then on', async () => {
    await addVisit(await connect(), 'nos:9000001', Date.now());
    expect(await visitsOf(await connect(), 'nos:9000001')).toMatchObject({ times: 1 });
  });
});

test('a database of version 1, which was never released, is an empty archive that takes bundles', async () => {
  await fromText(readFileSync(dumpOf(1), 'utf8'));
  expect(await listBundles()).toEqual([]);
  expect([...(await connect()).objectStoreNames]).toEqual(['blocks', 'imports', 'manifest', 'visits']);
  expect((await run(under('krant-master', KRANT))).report.counts).toMatchObject({ added: 4 });
});
