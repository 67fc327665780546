// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Diff } from '../../src/screens/archive/diff.tsx';
import { changesSinceText, changesText } from '../../src/screens/shared/changes-text.ts';
import { cleanup } from './cleanup.ts';
import { diffStates } from './diff-states.ts';
import { textsFor } from './texts-for.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function draw(state: keyof typeof diffStates, { wide = true, language = 'nl' } = {}) {
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(
    () => ({ matches: wide, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList,
  );
  const names = { old: '27\u00a0oktober 2019', now: 'nu' };
  const { container } = render(<Diff changes={diffStates[state]} names={names} texts={textsFor(language)} />);
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement>(selector)];
  const text = (selector: string) => all(selector)[0]?.textContent?.replace(/\s+/g, ' ').trim();
  return { container, all, text };
}

describe.each(['nl', 'en'])('in %s', (language) => {
  test.each(Object.keys(diffStates) as (keyof typeof diffStates)[])('draws %s without a text left out', (state) => {
    const { container, all } = draw(state, { language });
    expect(all('[data-part="diff"]')).toHaveLength(1);
    expect(container.textContent).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/);
  });
});

test('marks words that came and went, for the eye and for the ear', () => {
  const { text, all } = draw('all');
  expect(text('h2')).toBe('Dijk bij Oosterveen krijgt na verwijderd: dertien toegevoegd: twaalf jaar toegevoegd: toch nieuwe bekleding');
  expect(all('h2 del, h2 ins').map((mark) => mark.lastChild?.textContent)).toEqual(['dertien', 'twaalf', 'toch']);
});

test('says of each paragraph what became of it', () => {
  expect(
    draw('all')
      .all('.diff-label')
      .map((label) => label.textContent),
  ).toEqual(['gewijzigd', 'verplaatst, stond lager', 'gewijzigd', 'verwijderd', 'toegevoegd']);
});

test('folds what did not change', () => {
  const { text, all } = draw('unchanged');
  expect(text('summary')).toBe('8 alinea’s ongewijzigd');
  expect(all('details p')).toHaveLength(8);
});

test('shows the texts side by side where there is room, each without the other’s words', () => {
  const { all } = draw('all');
  expect(all('table')).toHaveLength(0);
  const [button] = all('button');
  if (button) fireEvent.click(button);
  expect(all('[data-view="sides"] th').map((head) => head.textContent)).toEqual(['27\u00a0oktober 2019', 'nu']);
  expect(all('td:first-child ins, td:last-child del')).toEqual([]);
  expect(all('button')[0]?.getAttribute('aria-pressed')).toBe('true');
});

test('says in either column what became of the paragraph that stands there, and leaves its room in the other', () => {
  const { all } = draw('all');
  fireEvent.click(all('button')[0] as HTMLElement);
  const labels = (cell: string) => all(`tbody ${cell} .diff-label`).map((label) => label.textContent?.trim());
  expect(labels('td:first-child')).toEqual(['', 'verwijderd', '']);
  expect(labels('td:last-child')).toEqual(['verplaatst, stond lager', '', 'toegevoegd']);
});

test('keeps apart what went and what came where no space stands between them', () => {
  expect(
    draw('first-word')
      .all('h2 ins')
      .map((mark) => [mark.lastChild?.textContent, mark.className]),
  ).toEqual([
    ['Nieuwe', 'joined'],
    ['ging', ''],
  ]);
});

test('offers no second column where there is no room', () => {
  expect(draw('all', { wide: false }).all('button, table')).toEqual([]);
});

test('says once where a part ends', () => {
  const { all, text } = draw('part');
  expect(all('.diff-label').map((label) => label.textContent)).toEqual(['niet in de oudere tekst']);
  expect(text('.diff-summary')).toBe('kop gewijzigd, de oudere tekst is niet compleet');
});

test.each([
  [
    'all',
    'nl',
    'kop gewijzigd, 1\u00a0alinea toegevoegd, 1\u00a0alinea verwijderd, 2\u00a0alinea’s gewijzigd, 1\u00a0alinea verplaatst sinds 27\u00a0oktober 2019',
  ],
  ['title', 'en', 'headline changed since 27\u00a0October 2019'],
  ['unchanged', 'nl', 'ongewijzigd sinds 27\u00a0oktober 2019'],
] as const)('says in a line what changed since a date: %s in %s', (state, language, line) => {
  expect(changesSinceText(diffStates[state].counts, Date.parse('2019-10-27T12:00Z'), textsFor(language))).toBe(line);
});

test('says since the archived version where its date is unknown', () => {
  expect(changesSinceText(diffStates.title.counts, null, textsFor('nl'))).toBe('kop gewijzigd sinds de gearchiveerde versie');
  expect(changesText({ ...diffStates.unchanged.counts, added: 2 }, textsFor('en'))).toBe('2\u00a0paragraphs added');
});
