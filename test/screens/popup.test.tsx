// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Context } from '../../src/article/answers.ts';
import { PopupView } from '../../src/screens/popup/view.tsx';
import { textsFor } from '../../src/screens/shared/texts.ts';
import { popupStates, related } from './popup-states.ts';

afterEach(cleanup);

function draw(state: keyof typeof popupStates, language = 'nl') {
  const onAllow = vi.fn();
  const onRetry = vi.fn();
  const context: Context | null = popupStates[state];
  const { container } = render(<PopupView context={context} texts={textsFor(language)} onAllow={onAllow} onRetry={onRetry} />);
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the popup has no ${selector}`);
    return found;
  };
  const text = (selector: string) => one(selector).textContent?.replace(/\s+/g, ' ').trim();
  return { container, all, one, text, onAllow, onRetry };
}

const names = Object.keys(popupStates) as (keyof typeof popupStates)[];

describe.each(['nl', 'en'])('in %s', (language) => {
  test.each(names)('draws %s with its state and without a text left out', (name) => {
    const { one, container } = draw(name, language);
    const context: Context | null = popupStates[name];
    expect(one('main').dataset.state).toBe(context?.state ?? 'loading');
    expect(container.textContent).not.toMatch(/\{\w+\}|undefined|null|NaN|Invalid|\[object/);
  });
});

test('shows title, date, publisher and summary of an archived article', () => {
  const { text } = draw('archived');
  expect(text('[data-part="title"]')).toBe('Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding');
  expect(text('.when')).toBe('In je archief · 2 september 2019 · NOS');
  expect(text('[data-part="summary"]')).toMatch(/^Het waterschap begint/);
});

test.each([
  ['archived', '635 woorden 357 unieke geteld door het archief'],
  ['archived-own-count', '1 woord 1 unieke geteld door Terugblik'],
  ['archived-views', '12.635 weergaven 1 unieke bezoeker weergaven, volgens het archief'],
  ['archived-unknown-counts', '10 aantal 20 unieke wat deze getallen tellen is niet zeker'],
] as const)('calls the numbers of %s by what they count', (name, stats) => {
  expect(draw(name).text('[data-part="stats"]')).toBe(stats);
});

test('never calls word counts views', () => {
  expect(draw('archived').text('[data-part="stats"]')).not.toMatch(/weergaven|bezoekers/);
});

test('links each of a few versions from left to right, and says what was new', () => {
  const { all } = draw('archived');
  const links = all('[data-part="versions"] li a[href]');
  expect(links.map((link) => link.textContent)).toEqual([
    '2 sep, 9:05 eerste versie',
    '2 sep, 12:40 nieuwe kop',
    '2 sep, 18:05 nieuwe tekst',
  ]);
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'archive.html?article=nos%3A9000001&version=1.0',
    'archive.html?article=nos%3A9000001&version=1.1',
    'archive.html?article=nos%3A9000001&version=1.2',
  ]);
});

test('links all of two hundred versions, the newest first', () => {
  const links = draw('archived-200-versions').all('[data-part="versions"] li a[href]');
  expect(links).toHaveLength(200);
  expect(links[0]?.getAttribute('href')).toContain('version=2.199');
});

test('shows no versions where there is one', () => {
  expect(draw('archived-one-version').all('[data-part="versions"]')).toEqual([]);
});

test('keeps what is related in its order, best first, with date, distance and publisher', () => {
  const { all } = draw('archived');
  expect(all('[data-part="related"] li a[href]').map((link) => link.textContent?.trim())).toEqual(related.map(({ title }) => title));
  expect(all('[data-part="related"] li small').map((small) => small.textContent)).toEqual([
    '5 sep 2019 · 3 dagen later · NOS, AD, Omroep West',
    '2 nov 2018 · 10 maanden eerder · Trouw',
    '14 dec 2019 · 3 maanden later · Omroep West',
    '2 sep 2019 · dezelfde dag · NOS',
    'datum onbekend',
  ]);
});

test('says so when nothing is related', () => {
  const { text, all } = draw('archived-bare');
  expect(text('[data-part="related"]')).toContain('Niets verwants gevonden.');
  expect(all('[data-part="related"] a')).toEqual([]);
});

test('says what a bare post lacks', () => {
  const { text } = draw('archived-bare');
  expect(text('.when')).toBe('In je archief · datum onbekend');
  expect(text('[data-part="summary"]')).toBe('Dit bericht heeft geen tekst.');
});

test('shows a title of 400 characters whole', () => {
  expect(draw('archived-long-title').one('[data-part="title"]').textContent).toHaveLength(400);
});

test('shows a title as text, never as markup', () => {
  const { one } = draw('archived-emoji');
  expect(one('[data-part="title"]').textContent).toBe('🌊👩‍🚒🏳️‍🌈 Dijk <b>&amp;</b> “storm” 🇳🇱');
  expect(one('[data-part="title"]').children).toHaveLength(0);
});

test('lets the direction follow the text', () => {
  const { all } = draw('archived-rtl');
  expect(all('h1, [data-part="summary"], [data-part="related"] a').map((part) => part.dir)).toEqual(['auto', 'auto', 'auto']);
});

test('loads no picture', () => {
  const { all, text } = draw('archived-one-version');
  expect(text('.picture')).toBe('Afbeelding niet geladen');
  expect(all('img, picture, video, iframe')).toEqual([]);
});

test('shows the page’s own title where only related posts are known', () => {
  const { text, all } = draw('related');
  expect(text('[data-part="title"]')).toMatch(/^Dijk bij Oosterveen/);
  expect(all('[data-part="related"] li a[href]')).toHaveLength(5);
});

test.each([
  ['none-outside-dates', 'outside-dates', /1 januari 2019 tot 31 december 2019/],
  ['none-absent', 'absent', /niets dat erop lijkt/],
  ['none-no-text', 'no-text', /geen tekst om op te zoeken/],
] as const)('says why nothing was found: %s', (name, reason, words) => {
  const { one, text } = draw(name);
  expect(one('main').dataset.reason).toBe(reason);
  expect(text('main')).toMatch(words);
});

test('leads to the options page where there is no archive', () => {
  expect(draw('no-archive').one('main a').getAttribute('href')).toBe('options.html');
});

test('asks for permission on a click', () => {
  const { one, onAllow } = draw('permission');
  expect(onAllow).not.toHaveBeenCalled();
  one('main button').click();
  expect(onAllow).toHaveBeenCalledOnce();
});

test('says what went wrong and tries again on a click', () => {
  const { one, text, onRetry } = draw('error');
  expect(text('main')).toContain('Internal error opening backing store');
  one('main button').click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test('names its only icon link', () => {
  expect(draw('archived', 'en').one('header a').getAttribute('aria-label')).toBe('Settings');
});
