// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addressOf } from '../../src/screens/archive/address.ts';
import { type ArchiveState, ArchiveView } from '../../src/screens/archive/view.tsx';
import { archiveStates } from './archive-states.ts';
import { cleanup } from './cleanup.ts';
import { textsFor } from './texts-for.ts';

beforeAll(() => {
  // happy-dom has none of these.
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterEach(cleanup);

function draw(name: string, language = 'nl') {
  const did = { onAsk: vi.fn(), onType: vi.fn(), onMore: vi.fn() };
  const state = archiveStates[name] as ArchiveState;
  const { container } = render(<ArchiveView texts={textsFor(language)} {...state} {...did} />);
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement>(selector)];
  const one = <Kind extends HTMLElement = HTMLElement>(selector: string) => {
    const found = container.querySelector<Kind>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  return { container, all, one, did, state };
}

/** In browsers the hostile one is drawn too; the document here would follow what is in it. */
const drawn = Object.keys(archiveStates).filter((name) => name !== 'hostile');

test.each(drawn.flatMap((name) => [[name, 'nl'] as const, [name, 'en'] as const]))(
  'draws %s in %s without a text left out, under one heading of the first rank',
  (name, language) => {
    const { container, all } = draw(name, language);
    expect(container.textContent).not.toMatch(/\{\w+\}|undefined|null|NaN|Invalid|\[object/);
    expect(all('h1').length).toBeLessThanOrEqual(1);
  },
);

test('is loading until it has what was asked for, then ready', () => {
  expect(draw('loading').one('main').dataset.state).toBe('loading');
  cleanup();
  expect(draw('search').one('main').dataset.state).toBe('ready');
});

describe('a search', () => {
  test('lists what is found with its words marked, publisher and date', () => {
    const { all, one } = draw('search');
    expect(one('[data-part="results"] [role="status"]').textContent).toBe('1.237 teksten gevonden');
    const items = all('[data-part="results"] li');
    expect(items).toHaveLength(3);
    expect(items[0]?.querySelector('a')?.getAttribute('href')).toBe('archive.html?q=dijk+oosterveen&article=nos%3A9000001');
    expect([...(items[1]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['dijk', 'Oosterveen', 'zeedijk']);
    expect(items[1]?.querySelector('small')?.textContent).toBe('2\u00a0nov 2018 · AD · binnenland');
  });

  test('says of how many articles the posts are, once all stand there and some are of one article', () => {
    expect(draw('several-versions').one('[data-part="results"] [role="status"]').textContent).toBe('7 teksten gevonden · 3 artikelen');
  });

  test('changes while typing, and is a step to come back to when it is sent', () => {
    const { one, did, state } = draw('search');
    fireEvent.input(one('input[type="search"]'), { target: { value: 'dijk o' } });
    expect(did.onType).toHaveBeenCalledWith({ ...state.asked, text: 'dijk o' });
    fireEvent.submit(one('form'));
    expect(did.onAsk).toHaveBeenCalledWith(state.asked);
  });

  test.each([
    ['Bron', 'Trouw', { publisher: 'Trouw' }],
    ['Rubriek', 'nieuws', { category: 'nieuws' }],
    ['Volgorde', 'date', { sort: 'date' }],
  ])('can be narrowed and ordered by %s', (label, value, change) => {
    const { one, did, state } = draw('search');
    fireEvent.change(one(`select[aria-label="${label}"]`), { target: { value } });
    expect(did.onAsk).toHaveBeenCalledWith({ ...state.asked, ...change });
  });

  test('can be narrowed to days by keyboard', () => {
    const { one, did, state } = draw('search');
    fireEvent.input(one('input[aria-label="Van"]'), { target: { value: '2019-01-01' } });
    expect(did.onType).toHaveBeenCalledWith({ ...state.asked, from: '2019-01-01' });
  });

  test('keeps a publisher that the archive does not have', () => {
    expect(draw('odd').one<HTMLSelectElement>('select[aria-label="Bron"]').value).toBe('Krant die weg is');
  });

  test('has a button for more, until there is no more', () => {
    const { one, did } = draw('search');
    one('button.more').click();
    expect(did.onMore).toHaveBeenCalledOnce();
    cleanup();
    expect(draw('unasked').all('button.more')).toEqual([]);
  });

  test('marks which result is open', () => {
    expect(
      draw('article')
        .all('[data-part="results"] [aria-current="page"]')
        .map((link) => link.textContent),
    ).toEqual(['Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding']);
  });

  test('says that nothing is found, and what may find more', () => {
    const { one, all } = draw('nothing-narrowed');
    expect(one('[data-part="results"]').textContent).toContain('Niets gevonden voor: "oude dijk"');
    expect(one('[data-part="results"]').textContent).toContain('Wat tussen aanhalingstekens staat');
    expect(all('[data-part="results"] a').map((link) => link.getAttribute('href'))).toEqual(['archive.html?q=%22oude+dijk%22']);
    cleanup();
    expect(draw('nothing').one('[data-part="results"]').textContent).toContain('Probeer minder woorden');
  });

  test('offers the search that may be meant, and tells screen readers', () => {
    const { one } = draw('misspelt');
    expect(one('[role="status"] [data-part="meant"]').textContent).toBe('Bedoelde je: dijk Oosterveen');
    expect(one('[data-part="meant"] a').getAttribute('href')).toContain('q=dijk+Oosterveen');
    cleanup();
    expect(draw('misspelt-some').one('[role="status"] [data-part="meant"]').textContent).toBe('Bedoelde je: dijk Oosterveen');
    cleanup();
    expect(draw('nothing').all('[data-part="meant"]')).toEqual([]);
  });

  test('repeats no more of a long search than says which it was', () => {
    expect(draw('nothing-long').one('.nothing b').textContent?.length).toBeLessThan(140);
  });

  test('says that nothing that was typed can be searched for, and orders by date alone', () => {
    const { one } = draw('unsearchable');
    expect(one('[data-part="results"]').textContent).toContain('Hier staat geen woord in om op te zoeken');
    expect(one<HTMLSelectElement>('select[aria-label="Volgorde"]').value).toBe('date');
    expect(one<HTMLOptionElement>('option[value="relevance"]').disabled).toBe(true);
    cleanup();
    expect(draw('search').one('[data-part="results"]').textContent).not.toContain('geen woord');
  });

  test('says of what is found without the everyday words of a question that it is', () => {
    expect(draw('relaxed').one('[data-part="results"]').textContent).toContain('zonder de alledaagse');
    expect(draw('apart').one('[data-part="results"]').textContent).toContain('los van elkaar');
    cleanup();
    expect(draw('search').one('[data-part="results"]').textContent).not.toContain('alledaagse');
  });

  test('says that there is no archive yet, and leads to importing one', () => {
    const { one, all } = draw('no-archive');
    expect(one('h1').textContent).toBe('Nog geen archief');
    expect(one('main a').getAttribute('href')).toBe('options.html');
    expect(all('input')).toEqual([]);
  });

  test('says that texts can’t be read any more, not that there is no archive, and leads to where they come back', () => {
    const { one } = draw('nothing-damaged');
    expect(one('[data-part="damaged"]').textContent).toContain('1.200 teksten van je archief zijn niet meer te lezen');
    expect(one('[data-part="damaged"] a').getAttribute('href')).toBe('options.html');
    expect(one('[data-part="results"]').textContent).toContain('Niets gevonden');
    expect(draw('absent-damaged').one('.reading').textContent).toContain('niet meer te lezen');
  });

  test('says what went wrong with the search, and lets it be asked again', () => {
    const { one } = draw('search-error');
    expect(one('[data-part="results"] [role="alert"]').textContent).toMatch(/^Terugblik kon je archief niet lezen\. .+ opnieuw\.$/);
    expect(one('input[type="search"]')).toBeTruthy();
  });

  test.each(['error', 'search-error'])('begins anew where the archive could not be asked: %s', (name) => {
    const reload = vi.fn();
    vi.stubGlobal('location', { reload });
    fireEvent.click(draw(name).one('button[data-action="retry"]'));
    expect(reload).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});

describe('the months', () => {
  const drag = (svg: HTMLElement, ...xs: number[]) => {
    svg.getBoundingClientRect = () => ({ left: 0, width: 360 }) as DOMRect;
    fireEvent.pointerDown(svg, { button: 0, clientX: xs[0] });
    for (const clientX of xs.slice(1)) fireEvent.pointerMove(svg, { clientX });
    fireEvent.pointerUp(svg, { clientX: xs.at(-1) });
  };

  test('are a range once they are dragged over, in either direction', () => {
    const { one, did, state } = draw('unasked');
    drag(one('.months svg'), 5, 100, 25);
    expect(did.onAsk).toHaveBeenLastCalledWith({ ...state.asked, from: '2017-01-01', to: '2017-03-31' });
    drag(one('.months svg'), 355, 900, -40);
    expect(did.onAsk).toHaveBeenLastCalledWith({ ...state.asked, from: '2017-01-01', to: '2019-12-31' });
    drag(one('.months svg'), 95);
    expect(did.onAsk).toHaveBeenLastCalledWith({ ...state.asked, from: '2017-10-01', to: '2017-10-31' });
  });

  test('show how many posts are under the pointer', () => {
    const { one } = draw('unasked');
    const svg = one('.months svg');
    svg.getBoundingClientRect = () => ({ left: 0, width: 360 }) as DOMRect;
    fireEvent.pointerMove(svg, { clientX: 95 });
    expect(one('.pointed').textContent).toBe('okt 2017 · 2.000 teksten');
  });

  test('show which are chosen', () => {
    expect(draw('narrowed').all('.months rect.in')).toHaveLength(6);
    cleanup();
    expect(draw('search').all('.months rect:not(.in):not(.ground)')).toEqual([]);
  });

  test('are a table to those who do not see bars', () => {
    const rows = draw('search').all('.months tbody tr');
    expect(rows).toHaveLength(7);
    expect(rows[0]?.textContent).toBe('okt 20181');
  });

  test('lead to the newest one, and from there to the one before and after', () => {
    expect(draw('unasked').one('.leaf a').getAttribute('href')).toBe('archive.html?from=2019-12-01&to=2019-12-31');
    cleanup();
    const { all, one } = draw('month');
    expect(one('[data-part="month"] strong').textContent).toBe('oktober 2019');
    expect(all('[data-part="month"] a').map((link) => link.getAttribute('href'))).toEqual([
      'archive.html?from=2019-09-01&to=2019-09-30',
      'archive.html?from=2019-11-01&to=2019-11-30',
    ]);
  });
});

describe('an article', () => {
  test('has its exact title, its versions within the search, and what is related in the same window', () => {
    const { one, all, state } = draw('article');
    expect(one('[data-part="article"] [data-part="title"]').textContent).toBe(
      'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding',
    );
    expect(all('[data-part="versions"] a')).toHaveLength(3);
    expect(one('[data-part="versions"] a').getAttribute('href')).toBe(addressOf({ ...state.asked, version: '1.0' }));
    expect(one('[data-part="related"] li a').getAttribute('target')).toBeNull();
  });

  test('leads to the original without telling where one came from', () => {
    const original = draw('article').one('.when a');
    expect([original.getAttribute('target'), original.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer']);
  });

  test('can be compared with each other version', () => {
    const { one, did, state } = draw('article');
    const choice = one<HTMLSelectElement>('select[aria-label="Vergelijk met"]');
    expect([...choice.options].map(({ value }) => value)).toEqual(['', '1.0', '1.1']);
    fireEvent.change(choice, { target: { value: '1.0' } });
    expect(did.onAsk).toHaveBeenCalledWith({ ...state.asked, version: '1.2', with: '1.0' });
  });

  test('shows what changed in place of its text', () => {
    const { one, all } = draw('changed');
    expect(one('[data-part="article"] [data-part="diff"]').textContent).toContain('de pagina van nu');
    expect(all('.body')).toEqual([]);
    cleanup();
    expect(draw('no-page').one('[data-part="diff"]').textContent).toContain('Het tabblad toont geen artikel meer');
  });

  test('gives a reference to copy', async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const { one, container } = draw('article');
    one('button[data-action="cite"]').click();
    await vi.waitFor(() => expect(container.textContent).toContain('Gekopieerd'));
    expect(writeText.mock.calls[0]?.[0]).toMatch(/^Dijk bij Oosterveen .*NOS, 2\u00a0september 2019\. https:\/\/nos\.nl\/l\/9000001 /);
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    one('button[data-action="cite"]').click();
    await vi.waitFor(() => expect(container.textContent).toContain('Gearchiveerd in „voorbeeld”'));
    vi.unstubAllGlobals();
  });

  test('says when it is not in the archive', () => {
    expect(draw('absent').one('.reading').textContent).toContain('Niet in je archief');
  });

  test('tells versions of one date apart, and says that their order is not known', () => {
    const { all, one } = draw('same-dates');
    const names = all('[data-part="versions"] a').map(({ textContent }) => textContent?.trim());
    expect(names[0]).toBe('6\u00a0sep 2019, 11:54:00 (1) Dijk bij Oosterveen dicht');
    expect(names.at(-1)).toBe('6\u00a0sep 2019, 11:54:20');
    expect(new Set(names).size).toBe(15);
    const options = [...one<HTMLSelectElement>('select[aria-label="Vergelijk met"]').options].map(({ text }) => text);
    expect(options[1]).toBe('6\u00a0sep 2019, 11:54:00 (1) · Dijk bij Oosterveen dicht');
    expect(new Set(options).size).toBe(15);
    expect(one('[data-part="versions"]').textContent).toContain('Welke versie ouder is, is niet bekend');
    cleanup();
    expect(draw('article').one('[data-part="versions"]').textContent).not.toContain('niet bekend');
  });

  test('compares versions of one date under names of their own, without saying which is older', () => {
    const { all, one } = draw('changed-same-dates');
    expect(all('.diff-names > *').map(({ textContent }) => textContent)).toEqual([
      '6\u00a0sep 2019, 11:54:00 (4)',
      '6\u00a0sep 2019, 11:54:00 (5)',
    ]);
    expect(one('[data-part="article"]').textContent).toContain('Welke van deze twee ouder is, is niet bekend.');
    cleanup();
    expect(draw('changed').one('[data-part="article"]').textContent).not.toContain('Welke van deze twee');
  });

  test('says that it is compared with the page, and goes from there to a version or back to the text', () => {
    const { one, did, state } = draw('changed');
    const choice = one<HTMLSelectElement>('select[aria-label="Vergelijk met"]');
    expect(choice.selectedOptions[0]?.text).toBe('de pagina van nu');
    expect(one('.actions a').getAttribute('href')).toBe(addressOf({ ...state.asked, version: '1.2', tab: null }));
    fireEvent.change(choice, { target: { value: '1.0' } });
    expect(did.onAsk).toHaveBeenCalledWith({ ...state.asked, version: '1.2', with: '1.0', tab: null });
  });

  test('asks what to compare with where the address names a version that is not there', () => {
    expect(draw('compared-with-none').one<HTMLSelectElement>('select[aria-label="Vergelijk met"]').value).toBe('');
  });

  test('says which pictures could not be loaded, and offers them again', () => {
    const { all, one } = draw('article');
    const button = () => one('button[data-action="pictures"]');
    expect(button().textContent).toBe('2 afbeeldingen laden');
    fireEvent.click(button());
    expect(all('button[data-action="pictures"]')).toEqual([]);
    for (const image of all('.text img')) fireEvent.error(image);
    expect(all('.text .picture').map(({ textContent }) => textContent)).toEqual([
      'Afbeelding niet te laden',
      'Afbeelding niet te laden: De dijk',
    ]);
    expect(button().textContent).toBe('2 afbeeldingen laden');
    fireEvent.click(button());
    expect(all('.text img')).toHaveLength(2);
    expect(all('.text .picture, button[data-action="pictures"]')).toEqual([]);
  });

  test('keeps the lines of a text without markup, and of no other', () => {
    expect(draw('markdown').one('.body').hasAttribute('data-plain')).toBe(true);
    cleanup();
    expect(draw('article').one('.body').hasAttribute('data-plain')).toBe(false);
  });

  test('draws in place of each picture that one is meant', () => {
    expect(draw('article').all('.text .picture svg')).toHaveLength(2);
  });

  test('keeps the focus where pictures are loaded, as the button for it goes', () => {
    const { one } = draw('article');
    one('button[data-action="pictures"]').focus();
    fireEvent.click(one('button[data-action="pictures"]'));
    expect(document.activeElement).toBe(one('.text'));
  });

  test('leads back to what was found', () => {
    expect(draw('article').one('.back a').getAttribute('href')).toBe('archive.html?q=dijk+oosterveen');
  });
});
