import { beforeEach, expect, test, vi } from 'vitest';
import { USUAL_SETTINGS } from '../../src/settings/choices.ts';
import { kept } from '../kept-storage.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../kept-storage.ts')).playedBrowser }));
// Node has no locks.
let last: Promise<unknown> = Promise.resolve();
const request = (_: string, work: () => unknown) => {
  last = last.then(work);
  return last;
};
vi.stubGlobal('navigator', { locks: { request } });
const { changeSettings, readSettings } = await import('../../src/settings/settings.ts');

beforeEach(() => void delete kept.settings);

test('begins with everything that watches or loads switched off', async () => {
  expect(await readSettings()).toEqual({
    language: 'auto',
    pictures: 'ask',
    marks: false,
    visits: false,
    keepRead: false,
    ownLimit: 'none',
    feedMinutes: 30,
  });
});

test('keeps a choice and leaves the others', async () => {
  await changeSettings({ language: 'en' });
  await changeSettings({ marks: true });
  expect(await readSettings()).toEqual({ ...USUAL_SETTINGS, language: 'en', marks: true });
});

test.each([
  ['language', 'fy'],
  ['marks', 'yes'],
  ['pictures', null],
])('takes the usual choice where %s is broken on the disk', async (name, value) => {
  kept.settings = { ...USUAL_SETTINGS, visits: true, [name]: value };
  expect(await readSettings()).toEqual({ ...USUAL_SETTINGS, visits: true });
});

test('takes the usual choices where nothing of them can be read', async () => {
  kept.settings = 'gone';
  expect(await readSettings()).toEqual(USUAL_SETTINGS);
});

test('loses none of two changes at once', async () => {
  await Promise.all([changeSettings({ marks: true }), changeSettings({ visits: true })]);
  expect(await readSettings()).toMatchObject({ marks: true, visits: true });
});
