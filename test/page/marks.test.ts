// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { markLinks } from '../../src/page/content/mark-links.ts';

const shadows: ShadowRoot[] = [];
const observed = new Set<Element>();
let see: (links: Iterable<Element>, inView?: boolean) => void;
let end = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  shadows.length = 0;
  observed.clear();
  document.body.innerHTML = '';
  const attach = HTMLElement.prototype.attachShadow;
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(function (this: HTMLElement, options) {
    expect(options.mode).toBe('closed');
    const root = attach.call(this, options);
    shadows.push(root);
    return root;
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(seen: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        see = (links, isIntersecting = true) =>
          seen([...links].filter((link) => observed.has(link)).map((target) => ({ target, isIntersecting })));
      }
      observe = (link: Element) => observed.add(link);
      unobserve = (link: Element) => observed.delete(link);
      disconnect = () => observed.clear();
    },
  );
  vi.spyOn(Range.prototype, 'getClientRects').mockReturnValue([{ right: 100, top: 40, height: 20, width: 90 }] as unknown as DOMRectList);
});

afterEach(() => {
  end();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Articles of which the archive has as many versions as the number's last digit. */
const ask = vi.fn(async (keys: string[]): Promise<number[] | null> => keys.map((key) => Number(key.at(-1))));
const link = (id: number, text = `Kop ${id}`) => `<li><a href="https://nos.nl/artikel/${id}-kop">${text}</a></li>`;
const links = () => [...document.querySelectorAll('a')];
const marks = () => [...(shadows.at(-1)?.querySelectorAll('li') ?? [])].map((mark) => mark.getAttribute('aria-label'));
const settled = () => vi.advanceTimersByTimeAsync(1000);

async function open(body: string) {
  ask.mockClear();
  document.body.innerHTML = body;
  end = markLinks(document, ask, (count) => `${count} versies`);
  see(links());
  await settled();
}

test('marks links to archived articles with their number of versions, and no other', async () => {
  await open(
    `${link(2301)}${link(2300)}<a href="https://nos.nl/sport">Sport</a><a href="https://nos.nl/l/2303"><img alt=""></a>${link(2302)}`,
  );
  expect(marks()).toEqual(['Kop 2301: 1 versies', 'Kop 2302: 2 versies']);
});

test('takes the place of the marks of an earlier release, which may not know yet that it is gone', async () => {
  await open(link(2301));
  const endOld = end;
  end = markLinks(document, ask, (count) => `${count} versies`);
  expect(document.querySelectorAll('terugblik-marks')).toHaveLength(1);
  endOld();
  expect(document.querySelectorAll('terugblik-marks')).toHaveLength(1);
});

test('asks once for all that is in view', async () => {
  await open(Array.from({ length: 60 }, (_, i) => link(1000 + i)).join(''));
  expect(ask.mock.calls.map(([keys]) => keys.length)).toEqual([60]);
});

test('asks for no more than a hundred articles at once, and never twice for one', async () => {
  await open(Array.from({ length: 300 }, (_, i) => link(1000 + i)).join('') + link(1000));
  expect(ask.mock.calls.map(([keys]) => keys.length)).toEqual([100, 100, 100]);
  see(links());
  await settled();
  expect(ask).toHaveBeenCalledTimes(3);
});

test('asks nothing of links that are not in view', async () => {
  ask.mockClear();
  document.body.innerHTML = link(2301);
  end = markLinks(document, ask, String);
  await settled();
  expect(ask).not.toHaveBeenCalled();
});

test('marks links that are added later, and lets go of those that are gone', async () => {
  await open(link(2301));
  document.body.insertAdjacentHTML('beforeend', link(2302));
  await settled();
  see(links());
  await settled();
  expect(marks()).toEqual(['Kop 2301: 1 versies', 'Kop 2302: 2 versies']);
  links()[0]?.remove();
  await settled();
  expect(marks()).toEqual(['Kop 2302: 2 versies']);
});

test('takes a mark away with the link that leaves the view, and draws it again without asking', async () => {
  await open(link(2301));
  see(links(), false);
  expect(marks()).toEqual([]);
  see(links());
  await settled();
  expect(marks()).toHaveLength(1);
  expect(ask).toHaveBeenCalledOnce();
});

test('follows a link that leads to another article', async () => {
  await open(link(2301));
  links()[0]?.setAttribute('href', 'https://nos.nl/l/2305');
  await settled();
  see(links());
  await settled();
  expect(marks()).toEqual(['Kop 2301: 5 versies']);
});

test('puts marks beside the text, none beyond the page', async () => {
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(800);
  await open(link(2301));
  const mark = shadows.at(-1)?.querySelector('li');
  expect(mark?.style.transform).toBe('translate(104px, 42px)');
});

test('leaves the elements of the page as they were', async () => {
  const body = `${link(2301)}${link(2302)}`;
  await open(body);
  expect(document.body.innerHTML).toBe(body);
});

test('asks again when the reader comes back to the page', async () => {
  await open(link(2301));
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('marks nothing where nobody answers, and asks again for what comes into view', async () => {
  ask.mockResolvedValueOnce(null);
  await open(link(2301));
  expect(marks()).toEqual([]);
  see(links());
  await settled();
  expect(marks()).toHaveLength(1);
});

test('takes all away when it is switched off, and looks no more', async () => {
  await open(link(2301));
  end();
  expect(document.querySelector('terugblik-marks')).toBeNull();
  document.body.insertAdjacentHTML('beforeend', link(2302));
  await settled();
  expect([observed.size, ask.mock.calls.length]).toEqual([0, 1]);
});

test('takes away what an earlier version left when it ended, as in Firefox its script is gone at once', async () => {
  document.documentElement.append(document.createElement('terugblik-marks'));
  await open(link(2302));
  expect(document.querySelectorAll('terugblik-marks')).toHaveLength(1);
  expect(marks()).toEqual(['Kop 2302: 2 versies']);
});

test('looks over three hundred links in a moment', async () => {
  document.body.innerHTML = Array.from({ length: 300 }, (_, i) => link(1000 + i)).join('');
  const start = performance.now();
  end = markLinks(document, ask, String);
  expect(performance.now() - start).toBeLessThan(500);
});

test('looks the same to the page whether or not anything is archived', async () => {
  const seen = [];
  for (const id of [2300, 2302]) {
    await open(link(id));
    expect(marks()).toHaveLength(id === 2300 ? 0 : 1);
    const host = document.querySelector('terugblik-marks');
    seen.push([host?.outerHTML, host?.shadowRoot, document.documentElement.children.length]);
    end();
  }
  expect(seen[0]).toEqual(['<terugblik-marks></terugblik-marks>', null, 3]);
  expect(seen[1]).toEqual(seen[0]);
});
