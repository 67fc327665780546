import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnchanged } from '../../src/article/change-counts.ts';
import { type ChangedRow, changesOf } from '../../src/article/changes.ts';
import { comparedParagraphs } from '../../src/article/changes-paragraphs.ts';
import { tokensOf } from '../../src/article/changes-words.ts';
import { BOARD, PEOPLE, PROVINCE, RIGHT, rows, STORM, text, WALL } from './changed-rows.ts';

describe('tells', () => {
  test('nothing where nothing changed', () => {
    const { rows, counts } = changesOf(text('Dijk dicht', STORM, BOARD), text('Dijk dicht', STORM, BOARD));
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'same']);
    expect(isUnchanged(counts)).toBe(true);
  });

  test('which words of the title are new', () => {
    const { title, counts } = changesOf(text('Dijk na dertien dagen dicht'), text('Dijk na twaalf dagen dicht'));
    expect(title).toEqual([
      { change: 'same', text: 'Dijk na' },
      { change: 'removed', text: ' dertien' },
      { change: 'added', text: ' twaalf' },
      { change: 'same', text: ' dagen dicht' },
    ]);
    expect(counts.title).toBe(true);
  });

  test('added and removed paragraphs at their place', () => {
    expect(rows([STORM, BOARD, PEOPLE], [STORM, PROVINCE, PEOPLE, RIGHT])).toEqual([
      `same: ${STORM}`,
      `removed: [-${BOARD}]`,
      `added: [+${PROVINCE}]`,
      `same: ${PEOPLE}`,
      `added: [+${RIGHT}]`,
    ]);
  });

  test('changed words inside a paragraph', () => {
    expect(rows([STORM, BOARD], [STORM, BOARD.replace('voorjaar', 'najaar').replace('vier', 'zes')])[1]).toBe(
      'changed: Het waterschap begint in het [-voorjaar] [+najaar] met de versterking van [-vier] [+zes] kilometer dijk.',
    );
  });

  test('a little word between changed ones as changed with them', () => {
    expect(rows([BOARD], [BOARD.replace('in het voorjaar', 'voor het winterseizoen')])).toEqual([
      'changed: Het waterschap begint [-in het voorjaar] [+voor het winterseizoen] met de versterking van vier kilometer dijk.',
    ]);
  });

  test('a changed paragraph between the same neighbours, though much of it is new', () => {
    const now = 'Het waterschap begint pas in de herfst met de versterking van de dijk.';
    expect(rows([STORM, BOARD, PEOPLE], [STORM, now, PEOPLE])[1]).toMatch(/^changed: /);
  });

  test('a paragraph that moved as moved, not as removed and added', () => {
    expect(rows([STORM, BOARD, PROVINCE, PEOPLE], [PEOPLE, STORM, BOARD, PROVINCE])).toEqual([
      `up: ${PEOPLE}`,
      `same: ${STORM}`,
      `same: ${BOARD}`,
      `same: ${PROVINCE}`,
    ]);
    expect(rows([PEOPLE, STORM, BOARD], [STORM, BOARD, PEOPLE])[2]).toBe(`down: ${PEOPLE}`);
  });

  test('which half of a double name changed', () => {
    expect(rows(['De dijk bij Oost-Oosterveen is dicht.'], ['De dijk bij West-Oosterveen is dicht.'])).toEqual([
      'changed: De dijk bij [-Oost] [+West]-Oosterveen is dicht.',
    ]);
  });

  test('headings that have only their quotes in common as removed and added', () => {
    expect(rows([STORM, "'Geen idee'", PEOPLE], [STORM, "'Opmerkelijk'", PEOPLE]).slice(1, 3)).toEqual([
      "removed: [-'Geen idee']",
      "added: [+'Opmerkelijk']",
    ]);
  });

  test('what changed in a paragraph that moved', () => {
    expect(rows([STORM, BOARD, PEOPLE], [PEOPLE.replace('Jansen', 'De Vries'), STORM, BOARD])[0]).toBe(
      'up: Bewoners drongen er sinds de winter van 2006 op aan, zegt hun woordvoerder [-Jansen] [+De Vries].',
    );
  });

  test('equal paragraphs apart from each other', () => {
    expect(rows(['Lees ook', STORM, 'Lees ook', BOARD], ['Lees ook', STORM, BOARD])).toEqual([
      'same: Lees ook',
      `same: ${STORM}`,
      'removed: [-Lees ook]',
      `same: ${BOARD}`,
    ]);
  });

  test('how many paragraphs of each kind', () => {
    const { counts } = changesOf(text('A', STORM, BOARD, PEOPLE), text('B', PEOPLE, STORM, BOARD.replace('vier', 'zes'), RIGHT));
    expect(counts).toEqual({ title: true, same: 1, changed: 1, added: 1, removed: 0, moved: 1, partial: null });
  });
});

test.each([
  ['quotes', '‘Dijk’ is “dicht” en zo’n', `"Dijk" is 'dicht' en zo'n`],
  ['spaces', 'Dijk\u00a0is \u2009 dicht', 'Dijk is dicht'],
  ['dashes', 'Dijk – dicht — 2006‑2007', 'Dijk - dicht - 2006-2007'],
  ['entities', 'Water &amp; land &quot;dicht&quot; caf&eacute;', 'Water & land "dicht" café'],
  ['ellipses', 'Dijk dicht…', 'Dijk dicht...'],
  ['soft hyphens and marks that are not seen', 'Dijk\u00adversterking\u200b', 'Dijkversterking'],
  ['joiners and marks of direction', '\u200eDijk\u200f \u2068is\u2069 di\u200ccht\u200d', 'Dijk is dicht'],
  ['spaces between signs', '"Nee" , zegt hij ( "de dijk" ) .', '"Nee", zegt hij ("de dijk").'],
  ['apostrophes inside a word', 'Zo´n foto`s van zo‘n dijk', "Zo'n foto's van zo’n dijk"],
  ['dashes inside a word', 'Ajax–Feyenoord, Noord‑Holland en PSV - AZ', 'Ajax-Feyenoord, Noord-Holland en PSV–AZ'],
  ['letters with their marks apart', 'cafe\u0301', 'café'],
])('takes other %s for the same', (_, old, now) => {
  expect(isUnchanged(changesOf(text(old, old, STORM), text(now, now, STORM)).counts)).toBe(true);
});

describe('takes other breaks for the same', () => {
  test('where lines of one text are a paragraph of the other', () => {
    expect(rows([STORM, BOARD, PEOPLE, RIGHT], [STORM, `${BOARD} ${PEOPLE}`, RIGHT]).every((row) => row.startsWith('same'))).toBe(true);
    expect(rows([STORM, `${BOARD} ${PEOPLE}`, RIGHT], [STORM, BOARD, PEOPLE, RIGHT]).every((row) => row.startsWith('same'))).toBe(true);
  });

  test('where one text has none, and tells what changed', () => {
    expect(rows([`${STORM} ${BOARD} ${PEOPLE}`], [STORM, BOARD.replace('vier', 'zes'), PEOPLE])).toEqual([
      expect.stringMatching(/^changed: De storm .* \[-vier\] \[\+zes\] kilometer .* Jansen\.$/),
    ]);
  });
});

describe('of a text that is there only in part', () => {
  const whole = [STORM, BOARD, PROVINCE, PEOPLE, RIGHT];

  test.each([
    ['a lead', [STORM]],
    ['a lead that is cut off', [`${STORM.slice(0, 60)}…`]],
    ['a beginning that is cut off', [STORM, BOARD, `${PROVINCE.slice(0, 30)} ...`]],
    ['a beginning with an invitation', [`${STORM} Lees meer`]],
    ['a beginning with an ellipsis in brackets', [STORM, `${BOARD.slice(0, 21)} [...]`]],
    ['a beginning with an ellipsis and an invitation', [STORM, `${BOARD.slice(0, 21)}… Lees meer »`]],
    ['a beginning before a paywall', [STORM, BOARD, PROVINCE, WALL]],
    ['a beginning that a paywall breaks off', [STORM, BOARD, PROVINCE.slice(0, 30), WALL]],
    ['a beginning before a paywall of several lines', [STORM, BOARD, WALL, 'Al abonnee? Log in', 'Vanaf 2 euro per week']],
    ['nothing but a paywall', [WALL]],
    ['a description', ['De dijk wordt versterkt.']],
    ['no text', []],
  ])('says so: %s', (_, part) => {
    const { counts, rows } = changesOf(text('A', ...part), text('A', ...whole));
    expect(counts).toMatchObject({ partial: 'old', added: 0, removed: 0, changed: 0 });
    expect(rows.some(({ kind }) => kind === 'beyond')).toBe(true);
    expect(changesOf(text('A', ...whole), text('A', ...part)).counts).toMatchObject({ partial: 'new', added: 0, removed: 0, changed: 0 });
  });

  test('says that the title changed all the same', () => {
    expect(changesOf(text('A', STORM), text('B', ...whole)).counts).toMatchObject({ title: true, partial: 'old' });
  });

  test('shows where the part ends', () => {
    expect(rows([STORM, `${BOARD.slice(0, 21)}…`], whole).slice(0, 3)).toEqual([
      `same: ${STORM}`,
      'beyond: Het waterschap begint [+in het voorjaar met de versterking van vier kilometer dijk.]',
      `beyond: [+${PROVINCE}]`,
    ]);
  });

  test('does not take a first short version that grew for a part', () => {
    expect(changesOf(text('A', STORM, BOARD), text('A', ...whole, ...whole)).counts).toMatchObject({ partial: null, added: 8 });
  });

  test('takes paragraphs that only begin the older text, and lack half of it, for a part', () => {
    expect(changesOf(text('A', ...whole), text('A', STORM, BOARD)).counts).toMatchObject({ partial: 'new', same: 2, removed: 0 });
  });

  test('tells paragraphs that were taken off the end as removed', () => {
    expect(changesOf(text('A', ...whole), text('A', ...whole.slice(0, 3))).counts).toMatchObject({ partial: null, removed: 2 });
  });

  test('tells what changed before a paywall, and only what lies behind it as not there', () => {
    expect(rows(whole, [STORM, BOARD.replace('vier', 'zes'), PEOPLE, WALL])).toEqual([
      `same: ${STORM}`,
      expect.stringMatching(/^changed: .*\[-vier\] \[\+zes\]/),
      `removed: [-${PROVINCE}]`,
      `same: ${PEOPLE}`,
      `beyond: [-${RIGHT}]`,
    ]);
  });

  test('takes no whole text for a part that asks for subscribers at its end', () => {
    const { counts } = changesOf(text('A', ...whole), text('A', ...whole.with(1, 'De minister komt kijken.'), WALL));
    expect(counts).toMatchObject({ partial: null, added: 1, removed: 1 });
  });

  test('takes nothing for a paywall that the text goes on behind', () => {
    expect(changesOf(text('A', ...whole), text('A', STORM, BOARD, PROVINCE, WALL, RIGHT)).counts).toMatchObject({
      partial: null,
      added: 1,
      removed: 1,
    });
  });

  test('compares a paragraph about subscribers that ends both texts', () => {
    const about = 'Wie al abonnee is van de dijkwacht, betaalt niets.';
    expect(changesOf(text('A', ...whole, about), text('A', STORM, BOARD, PEOPLE, RIGHT, about)).counts).toMatchObject({
      partial: null,
      removed: 1,
    });
  });
});

describe('in bounded time', () => {
  const word = (n: number) => `w${(n * 7919) % 4001}`;
  const paragraphs = (count: number, words: number, seed: number) =>
    Array.from({ length: count }, (_, p) => Array.from({ length: words }, (_, w) => word(seed + p * words + w * (seed + 1))).join(' '));
  const timeOf = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const timed = (old: string[], now: string[]) => {
    let rows: ChangedRow[] = [];
    const ms = timeOf(() => {
      rows = changesOf(text('A', ...old), text('B', ...now)).rows;
    });
    return { rows, ms };
  };

  test('compares an article of two thousand words', () => {
    const old = paragraphs(40, 50, 1);
    const now = old.map((one, i) => (i % 4 === 0 ? `${one.replace(/w1/g, 'x1')} nieuw` : one)).toSpliced(7, 2, 'Een nieuwe alinea.');
    const ms = Math.min(...[1, 2, 3, 4].map(() => timed(old, now).ms));
    console.info(`an article of 2,000 words is compared in ${ms.toFixed(1)} ms`);
    expect(ms).toBeLessThan(50);
  });

  test.each([
    [
      'thousands of paragraphs without a word in common',
      paragraphs(3000, 20, 1),
      paragraphs(3000, 20, 2).map((one) => one.replaceAll('w', 'v')),
    ],
    ['thousands of paragraphs of the same words', paragraphs(4000, 8, 0), paragraphs(4000, 8, 0).map((one, i) => `${one} ${i}`)],
    ['thousands of paragraphs turned round', paragraphs(5000, 10, 3), paragraphs(5000, 10, 3).toReversed()],
    ['two huge paragraphs', paragraphs(1, 100_000, 1), paragraphs(1, 100_000, 2)],
    ['hundreds of large paragraphs', paragraphs(200, 3000, 1), paragraphs(200, 3000, 5)],
    ['a word without an end', ['x'.repeat(1_000_000)], [`${'x'.repeat(1_000_000)}y`]],
    [
      'paragraphs of one word, and their parts',
      Array.from({ length: 60 }, (_, i) => `${'de '.repeat(900 - i)}w`),
      Array.from({ length: 400 }, (_, i) => `${'de '.repeat(450 - i)}v`),
    ],
    ['a short line many times', Array(50_000).fill('Lees ook'), Array(30_000).fill('Lees ook')],
  ])('compares %s', (name, old, now) => {
    const { rows, ms } = timed(old, now);
    console.info(`${name}: ${ms.toFixed(0)} ms`);
    expect(rows.length).toBeGreaterThan(0);
    expect(ms).toBeLessThan(5000);
  });

  test('compares thousands of lines that are all alike in not many times what it takes to read them', () => {
    const lines = (sign: string) => Array.from({ length: 5000 }, (_, i) => `Stand ${sign}${i}`);
    const [old, now] = [lines(''), lines('n')];
    const best = (work: () => unknown) => Math.min(...[1, 2, 3].map(() => timeOf(work)));
    const ms = best(() => changesOf(text('A', ...old), text('B', ...now)));
    const read = best(() => [comparedParagraphs(old), comparedParagraphs(now)]);
    console.info(`thousands of lines that are all alike: ${ms.toFixed(0)} ms, read in ${read.toFixed(0)}`);
    expect(ms).toBeLessThan(12 * read);
  });
});

test('gives back both texts, whatever they are', () => {
  const word = fc.constantFrom('de', 'dijk', 'bij', 'Oosterveen', 'is', 'dicht', '“water”', '2,5', 'ver-weg', '水', '🌊');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const paragraphs = fc.array(paragraph, { maxLength: 8 });
  const wordsOf = (texts: string[]) => texts.join(' ').split(/\s+/).filter(Boolean).sort().join(' ');
  fc.assert(
    fc.property(paragraphs, paragraphs, (old, now) => {
      const { rows, counts } = changesOf(text('', ...old), text('', ...now));
      const side = (left: 'added' | 'removed') =>
        rows.map(({ pieces }) => pieces.flatMap(({ change, text }) => (change === left ? [] : [text])).join(''));
      if (counts.partial === null) {
        expect(wordsOf(side('removed'))).toBe(wordsOf(now));
        expect(wordsOf(side('added'))).toBe(wordsOf(old));
      }
    }),
  );
});

describe('the words of a text of Latin letters are those that the same text has before a word of other letters', () => {
  const expectSame = (text: string) => {
    expect(tokensOf(`${text} 水`).slice(0, -1)).toEqual(tokensOf(text));
  };

  test('with every sign, between letters, digits, and alone', () => {
    for (let code = 0; code < 0x2100; code++) {
      const sign = String.fromCharCode(code);
      expectSame(`a${sign}b 1${sign}2 ${sign} x${sign}${sign}'${sign}y 3.${sign}`);
    }
  });

  test('with any signs in any order', () => {
    const sign = fc.constantFrom(...'abZé1²½ª9.,:;\'’-‐‑–"“ \n\u00a0\u2003€×÷!?');
    fc.assert(fc.property(fc.string({ unit: sign, maxLength: 40 }), expectSame), { numRuns: 2000 });
  });
});
