// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage } from '../../src/page/content/watch.ts';

const seen: string[] = [];
const watch = () =>
  watchPage({
    shown: async () => void seen.push(`shown ${location.pathname}`),
    moved: async () => void seen.push(`moved ${location.pathname}`),
    heading: () => document.body.textContent ?? '',
  });

/** Goes on within the page, as the site's own script does; the Navigation API tells of it where there is one. */
function navigate(path: string) {
  history.pushState({}, '', path);
  (globalThis as { navigation?: EventTarget }).navigation?.dispatchEvent(new Event('currententrychange'));
}

/** Draws an article, as a heading alone. */
const draw = (heading: string) => document.body.replaceChildren(heading);
/** Changes something beside the article. */
const stir = () => document.head.append(document.createElement('meta'));
const setPrerendering = (prerendering: boolean) => Object.assign(document, { prerendering });
const restore = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

const listening: Parameters<typeof removeEventListener>[] = [];
const listen = addEventListener;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigation', new EventTarget());
  // A watch lives as long as its page; here all pages are one window, so the test ends what the page would.
  vi.stubGlobal('addEventListener', (...args: Parameters<typeof removeEventListener>) => {
    listening.push(args);
    listen(...args);
  });
  history.replaceState({}, '', '/a');
  draw('A');
  seen.length = 0;
});
afterEach(() => {
  for (const args of listening.splice(0)) removeEventListener(...args);
  setPrerendering(false);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('announces a page at load, once', () => {
  watch();
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual(['shown /a']);
});

test('tells at once that the page has moved, and announces it when it is drawn and quiet', async () => {
  watch();
  navigate('/b');
  expect(seen).toEqual(['shown /a', 'moved /b']);
  await vi.advanceTimersByTimeAsync(150);
  draw('B');
  await vi.advanceTimersByTimeAsync(150);
  expect(seen).toEqual(['shown /a', 'moved /b']);
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});

test('announces an article that was drawn before the address changed', async () => {
  watch();
  draw('B');
  navigate('/b');
  await vi.advanceTimersByTimeAsync(250);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});

test('waits while the article before still stands there, or none', async () => {
  watch();
  navigate('/b');
  await vi.advanceTimersByTimeAsync(1000);
  draw('');
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual(['shown /a', 'moved /b']);
  draw('B');
  await vi.advanceTimersByTimeAsync(250);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});

test('announces a page that is never quiet after three seconds, once', async () => {
  watch();
  navigate('/b');
  draw('B');
  for (let i = 0; i < 50; i++) {
    stir();
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});

test('announces a page again that draws its article only after three seconds', async () => {
  watch();
  navigate('/b');
  await vi.advanceTimersByTimeAsync(4000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
  draw('B');
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b', 'shown /b']);
});

test('announces going back once, though two events tell of it', async () => {
  watch();
  navigate('/b');
  draw('B');
  await vi.advanceTimersByTimeAsync(500);
  seen.length = 0;
  navigate('/a');
  dispatchEvent(new Event('popstate'));
  draw('A');
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['moved /a', 'shown /a']);
});

test('announces only the last of several quick moves', async () => {
  watch();
  navigate('/b');
  await vi.advanceTimersByTimeAsync(100);
  navigate('/c');
  draw('C');
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'moved /c', 'shown /c']);
});

test('announces nothing after a change of the fragment', async () => {
  watch();
  navigate('/a#UPDATE-3');
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a']);
});

test('announces a page that comes back from the page cache', () => {
  watch();
  restore(true);
  expect(seen).toEqual(['shown /a', 'shown /a']);
});

test('announces nothing for the pageshow of a plain load', () => {
  watch();
  restore(false);
  expect(seen).toEqual(['shown /a']);
});

test('announces a page once that went into the page cache before it was quiet', async () => {
  watch();
  navigate('/b');
  restore(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});

test('announces a prerendered page only when it is shown', async () => {
  setPrerendering(true);
  watch();
  navigate('/b');
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual([]);
  setPrerendering(false);
  document.dispatchEvent(new Event('prerenderingchange'));
  expect(seen).toEqual(['shown /b']);
});

test('lets a question wait until the page is quiet', async () => {
  const settled = watch();
  const states: string[] = [];
  navigate('/b');
  void settled().then(() => states.push(`settled on ${location.pathname}`));
  await vi.advanceTimersByTimeAsync(100);
  navigate('/c');
  draw('C');
  await vi.advanceTimersByTimeAsync(150);
  expect(states).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(states).toEqual(['settled on /c']);
});

test('goes on when nobody can be told any more', async () => {
  let calls = 0;
  const gone = async () => {
    calls++;
    throw new Error('Extension context invalidated.');
  };
  watchPage({ shown: gone, moved: gone, heading: () => document.body.textContent ?? '' });
  navigate('/b');
  draw('B');
  await vi.advanceTimersByTimeAsync(5000);
  expect(calls).toBe(3);
});

test('sees a move by the drawing that follows it where there is no Navigation API', async () => {
  Reflect.deleteProperty(globalThis, 'navigation');
  watch();
  navigate('/b');
  draw('B');
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});
