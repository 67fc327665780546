// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/article/answers.ts';
import { cleanup } from './cleanup.ts';
import { draw } from './popup-drawn.tsx';
import { popupStates, related } from './popup-states.ts';

afterEach(cleanup);

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
  expect(text('.when')).toBe('In je archief · 2 sep 2019 · NOS · 7 jaar geleden');
  expect(text('[data-part="summary"]')).toMatch(/^Het waterschap begint/);
});

test('says that an archived article is no longer on the site', () => {
  expect(draw('archived-gone').text('[data-part="gone"]')).toBe('Dit artikel staat niet meer op de site.');
  expect(draw('archived-gone', 'en').text('[data-part="gone"]')).toBe('This article is no longer on the site.');
  expect(draw('archived').all('[data-part="gone"]')).toEqual([]);
});

test.each([
  ['archived', '635 woorden 357 unieke geteld door het archief'],
  ['archived-own-count', '635 woorden 357 unieke geteld door Terugblik'],
  ['archived-one-word', '1 woord 1 uniek geteld door het archief'],
  ['archived-views', '12.635 weergaven 1 unieke bezoeker volgens het archief'],
  ['archived-unknown-counts', '10 aantal 20 unieke wat deze getallen tellen, is niet zeker'],
] as const)('calls the numbers of %s by what they count', (name, stats) => {
  expect(draw(name).text('[data-part="stats"] .numbers')).toBe(stats);
});

test('never calls word counts views', () => {
  expect(draw('archived').text('[data-part="stats"]')).not.toMatch(/weergaven|bezoekers/);
});

test('links each of a few versions from left to right, and says what was new', () => {
  const { all } = draw('archived');
  const links = all('[data-part="versions"] li a[href]');
  expect(links.map((link) => link.textContent)).toEqual([
    '2\u00a0sep, 09:05 eerste versie',
    '2\u00a0sep, 12:40 nieuwe kop',
    '2\u00a0sep, 18:05 nieuwe tekst',
  ]);
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'archive.html?article=nos%3A9000001&version=1.0',
    'archive.html?article=nos%3A9000001&version=1.1',
    'archive.html?article=nos%3A9000001&version=1.2',
  ]);
});

test('calls no two versions alike, however soon one came after the other', () => {
  const names = (state: 'archived-one-minute' | 'archived-bare') => {
    const found = draw(state).all('[data-part="versions"] li b');
    return found.map(({ textContent }) => textContent);
  };
  expect(names('archived-one-minute')).toEqual(['2\u00a0sep, 18:05:03', '2\u00a0sep, 18:05:40 (1)', '2\u00a0sep, 18:05:40 (2)']);
  cleanup();
  expect(names('archived-bare')).toEqual(['datum onbekend (1)', 'datum onbekend (2)']);
});

test('leads to the text of the version that it shows, and to what changed since, also where that is not the last one', () => {
  expect(draw('archived').one('a.more').getAttribute('href')).toBe('archive.html?article=nos%3A9000001');
  cleanup();
  const { one } = draw('archived-not-the-last');
  expect(one('a.more').getAttribute('href')).toBe('archive.html?article=nos%3A9000001&version=1.1');
  expect(one('[data-part="changes"] a').getAttribute('href')).toBe('archive.html?article=nos%3A9000001&version=1.1&tab=7');
});

test('says of no version what was new in it where no date tells which one was first', () => {
  const told = (state: 'archived-one-minute' | 'archived-bare') => {
    const { all, text } = draw(state);
    const seen = [all('[data-part="versions"] li small').map(({ textContent }) => textContent), text('[data-part="versions"] > p')];
    cleanup();
    return seen;
  };
  const unknown = 'Welke versie ouder is, is niet bekend waar datums gelijk zijn of ontbreken.';
  expect(told('archived-bare')).toEqual([['andere kop', 'andere kop'], unknown]);
  expect(told('archived-one-minute')).toEqual([['eerste versie', 'nieuwe tekst', 'andere tekst'], unknown]);
});

test('links all of two hundred versions, the newest first', () => {
  const links = draw('archived-200-versions').all('[data-part="versions"] li a[href]');
  expect(links).toHaveLength(200);
  expect(links[0]?.getAttribute('href')).toContain('version=2.199');
});

test('shows no versions where there is one', () => {
  expect(draw('archived-one-version').all('[data-part="versions"]')).toEqual([]);
});

test('groups what is related by what came before and after, each best first, with date, distance and publishers', () => {
  const { all } = draw('archived');
  for (const why of all('.why')) why.remove();
  expect(all('[data-part="related"] > div').map((group) => group.textContent?.replace(/\s+/g, ' '))).toEqual([
    'EerderWaterschap: versterking van dijken duurt jaren2 nov 2018 · 10 maanden eerder · Trouw',
    'Dezelfde dagBewoners Oosterveen stappen naar rechter om dijkplan2 sep 2019 · NOS',
    expect.stringMatching(
      /^LaterStorm slaat gat .*5 sep 2019 · 3 dagen later · NOS, AD, Omroep WestRechter: .*14 dec 2019 · 3 maanden later/,
    ),
    'Zonder datumGraafmachines rijden de dijk bij Oosterveen opdatum onbekend',
  ]);
  expect(all('[data-part="related"] li a[href]')).toHaveLength(related.length);
});

test('lists what is related without groups where the date of the article is unknown', () => {
  const { all } = draw('related');
  expect(all('[data-part="related"] h3')).toEqual([]);
  expect(all('[data-part="related"] li a').map((link) => link.textContent?.trim())).toEqual(related.map(({ title }) => title));
  expect(draw('related-dated').all('[data-part="related"] h3').length).toBeGreaterThan(1);
});

test('asks for the words by which an item is related once it is opened, and says them', async () => {
  const { all, onWhy } = draw('archived');
  expect(all('.why')).toHaveLength(related.length);
  expect(all('.why').every((why) => !(why as HTMLDetailsElement).open)).toBe(true);
  expect(onWhy).not.toHaveBeenCalled();
  const second = all('.why')[1] as HTMLDetailsElement;
  second.open = true;
  fireEvent(second, new Event('toggle'));
  await waitFor(() => expect(second.textContent).toBe('Waarom dit?Beide gaan over: dijk, Oosterveen, waterschap'));
  fireEvent(second, new Event('toggle'));
  expect(onWhy).toHaveBeenCalledTimes(1);
});

test.each([async () => [], () => Promise.reject(new Error('stopped'))])('says so when no words can be told (%#)', async (onWhy) => {
  const { all, onWhy: asked } = draw('archived');
  asked.mockImplementation(onWhy);
  const first = all('.why')[0] as HTMLDetailsElement;
  first.open = true;
  fireEvent(first, new Event('toggle'));
  await waitFor(() => expect(first.textContent).toBe('Waarom dit?Dat is nu niet te zeggen.'));
});

test.each([
  ['archived', 'kop gewijzigd, 2 alinea’s toegevoegd sinds 2 sep 2019'],
  ['archived-unchanged', 'ongewijzigd sinds 2 sep 2019'],
  ['archived-in-part', 'kop gewijzigd sinds 2 sep 2019; in je archief staat maar een deel van de tekst'],
] as const)('says in a line what changed since, and leads to it: %s', (name, line) => {
  const { text, one } = draw(name);
  expect(text('[data-part="changes"]')).toBe(line);
  expect(one('[data-part="changes"] a').getAttribute('href')).toBe('archive.html?article=nos%3A9000001&tab=7');
});

test('keeps what does not fit on the line about changes as its title', () => {
  expect(draw('archived').one('[data-part="changes"] a').title).toBe(
    'kop gewijzigd, 2\u00a0alinea’s toegevoegd sinds 2\u00a0september 2019',
  );
});

test('says nothing of changes where the page was not compared', () => {
  expect(draw('archived-one-version').all('[data-part="changes"]')).toEqual([]);
});

test.each([
  ['archived', 'langer dan 81 % van de berichten in binnenland en 78 % van die uit september 2019'],
  ['archived-either-side', 'korter dan 53 % van de berichten in binnenland, maar langer dan 58 % van de berichten uit september 2019'],
  ['archived-short', 'korter dan 93 % van de berichten in je archief'],
  ['archived-views', 'meer weergaven dan 81 % van de berichten in binnenland en 78 % van die uit september 2019'],
  ['archived-unknown-counts', 'een hoger aantal dan 81 % van de berichten in binnenland en 78 % van die uit september 2019'],
] as const)('says where the numbers of %s stand among others', (name, sentence) => {
  expect(draw(name).text('.standing')).toBe(sentence);
});

test('says so in English too', () => {
  expect(draw('archived', 'en').text('.standing')).toBe('longer than 81% of the posts in binnenland and 78% of those from September 2019');
});

test('counts posts below, not articles', () => {
  expect(draw('archived').text('footer')).toContain('118.198 teksten op dit apparaat');
});

test('draws the distribution with the place of the article, and has it as a table', () => {
  const { all, text } = draw('archived');
  const bars = all('.plot rect');
  expect(bars.length).toBe(18);
  expect(bars.filter((bar) => bar.getAttribute('class') === 'here')).toHaveLength(1);
  expect(text('.plot caption')).toBe('Hoe lang de berichten in binnenland zijn');
  expect(all('.plot tbody tr')).toHaveLength(18);
  expect(all('.plot tbody th').filter((head) => head.textContent?.includes('dit artikel'))).toHaveLength(1);
});

test('draws no distribution of a handful of posts', () => {
  expect(draw('archived-few-posts').all('.plot, .standing')).toEqual([]);
});

test('says how often the reader viewed an article, where that is counted', () => {
  expect(draw('archived').text('.visits')).toBe('door jou 3 keer bekeken sinds 2 november 2019');
  expect(draw('archived-unchanged').all('.visits')).toEqual([]);
});

test.each([
  ['archived-1998', 'In je archief · 3 feb 1998 · NOS · 28 jaar geleden'],
  ['archived-2031', 'In je archief · 3 feb 2031 · NOS'],
  ['archived-bare', 'In je archief · datum onbekend'],
] as const)('says how old %s is, where it has an age', (name, when) => {
  expect(draw(name).text('.when')).toBe(when);
});

test('says so when nothing is related', () => {
  const { text, all } = draw('archived-bare');
  expect(text('[data-part="related"]')).toContain('Niets verwants gevonden.');
  expect(all('[data-part="related"] a')).toEqual([]);
});

test('says what a bare post lacks', () => {
  const { text } = draw('archived-bare');
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
  ['none-outside-dates', 'outside-dates', /van 1 januari 2019 tot en met 31 december 2019/],
  ['none-outside-a-day', 'outside-dates', /van één dag, 1 januari 2019;/],
  ['none-absent', 'absent', /niets dat erop lijkt/],
  ['none-no-text', 'no-text', /geen tekst om op te zoeken/],
  ['none-gone', 'no-text', /staat niet meer op de site\. Je archief heeft dit artikel niet/],
] as const)('says why nothing was found: %s', (name, reason, words) => {
  const { one, text } = draw(name);
  expect(one('main').dataset.reason).toBe(reason);
  expect(text('main')).toMatch(words);
});

test('leads to the options page where there is no archive', () => {
  expect(draw('no-archive').one('main a').getAttribute('href')).toBe('options.html');
});

test('tells where an NOS page is read by the click alone, and asks for more on a click', () => {
  const { one, onAllow } = draw('archived', 'nl', false);
  expect(one('.by-click').textContent).toContain('Terugblik leest de NOS nu alleen als je op de knop klikt.');
  one('button[data-action="allow"]').click();
  expect(onAllow).toHaveBeenCalledOnce();
  cleanup();
  expect(draw('archived').all('[data-action="allow"]')).toEqual([]);
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

test('says that texts can’t be read any more where an article may be one of them, and leads to where they come back', () => {
  const { one, all } = draw('none-damaged');
  expect(one('[data-part="damaged"]').textContent).toContain('1.200 teksten van je archief zijn niet meer te lezen');
  expect(one('[data-part="damaged"] a').getAttribute('href')).toBe('options.html');
  expect(all('footer span')).toHaveLength(1);
  expect(draw('none-absent').all('[data-part="damaged"]')).toEqual([]);
});

test('tells also of an article that is not archived how often it was viewed', () => {
  expect(draw('none-not-kept').text('.visits')).toMatch(/door jou 3 keer bekeken sinds .*2 november 2019/);
});
