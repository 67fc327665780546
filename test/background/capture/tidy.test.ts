import '../../archive/quiet.ts';
import '../../archive/older-analyser.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import { savePosts } from '../../../src/archive/import/save.ts';
import { connect } from '../../../src/archive/store/connection.ts';
import { outdatedIn, readManifest } from '../../../src/archive/store/manifest.ts';
import { OWN_BUNDLE } from '../../../src/article/own-bundle.ts';
import { emptyArchive, post } from '../../archive/archives.ts';
import { asEarlier } from '../../archive/older-analyser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
const { tidy } = await import('../../../src/background/capture/tidy.ts');

vi.stubGlobal('navigator', { locks: { request: (_: string, a: unknown, b?: unknown) => ((b ?? a) as (lock: object) => unknown)({}) } });
beforeEach(emptyArchive);

test('a small archive whose words an earlier version read is renewed without asking', async () => {
  const database = await connect();
  const saved = Array.from({ length: 40 }, (_, i) => ({ path: `_posts/${i}.md`, bytes: post(`Bericht ${i}`), kind: 'article' as const }));
  await asEarlier(() => savePosts(database, OWN_BUNDLE, saved));
  const outdated = async () => (await readManifest(database)).bundles.flatMap(outdatedIn).length;
  expect(await outdated()).toBe(1);
  await tidy();
  expect(await outdated()).toBe(0);
});
