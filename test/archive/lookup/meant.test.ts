import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { meantBy } from '../../../src/archive/lookup/meant.ts';
import { emptyArchive, post, run, zip } from '../archives.ts';

const file = (name: string, body: string, more = {}) =>
  [`krant/_posts/${name}.md`, post('Bericht', { link: `https://nos.nl/l/${name}`, body: `<p>${body}</p>`, ...more })] as const;
const manyOn = (word: string, from: number) => Array.from({ length: 30 }, (_, i) => file(`${from + i}`, `Het ${word} is er.`));

beforeAll(async () => {
  await emptyArchive();
  await run(
    zip(
      Object.fromEntries([
        file('1', 'De zorgverzekeraar en de zorgverzekeraars betalen. Premier Rutte komt langs.', { bron: 'NOS' }),
        file('2', 'Een rust. Wat een rust, die rust van Rutte.'),
        file('3', 'Het klimaatakoord, zo geschreven.'),
        file('4', 'De bloeddonor en de auteur.'),
        ...['5', '6', '7', '8'].map((name) => file(name, 'De route.')),
        ...manyOn('klimaatakkoord', 100),
      ]),
    ),
  );
});

const meant = (text: string, publisher: string | null = null) => meantBy({ text, publisher, category: null });

test.each([
  ['zorgvezekeraar', 'zorgverzekeraar'],
  ['zorgvezekeraars', 'zorgverzekeraars'],
  ['Rute', 'Rutte'],
  ['premeir  Rutte!', 'Premier  Rutte!'],
  ['"die rsut"', '"die rust"'],
])('for a slip in %s means %s, as posts have it', async (text, expected) => {
  expect(await meant(text)).toBe(expected);
});

test('means a word that many posts have by one that hardly any has', async () => {
  expect(await meant('klimaatakoord')).toBe('klimaatakkoord');
});

test.each(['zorgverzekeraar', 'Rutte rust', 'xyzzy', 'donor', '12345', 'rut', '', '-zorgvezekeraar'])(
  'means nothing else by %s',
  async (text) => {
    expect(await meant(text)).toBeNull();
  },
);

test('means nothing that would find as little', async () => {
  expect(await meant('klimaatakkoord zorgvezekeraar')).toBeNull();
  expect(await meant('zorgvezekeraar', 'AD')).toBeNull();
  expect(await meant('zorgvezekeraar', 'NOS')).toBe('zorgverzekeraar');
});

test('means nothing else by a whole sentence', async () => {
  expect(await meant('xyzzy plugh zorgvezekeraar frotz gnusto rezrov blorb nitfol quendor')).toBeNull();
});
