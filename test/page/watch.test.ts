// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../src/page/content/watch.ts';

const seen: string[] = [];
/** When the page was looked at again, in milliseconds since the test began. */
const looks: number[] = [];
let begun = 0;
const watch = () =>
  watchPage({
    shown: async () => void seen.push(`shown ${location.pathname}`),
    moved: async () => void seen.push(`moved ${location.pathname}`),
    changed: async () => void looks.push(Date.now() - begun),
    hidden: () => void seen.push('hidden'),
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
const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};
const restore = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

const listening: (() => void)[] = [];
/** A watch lives as long as its page; here all pages are one, so the test ends what the page would. */
function endWithTest(target: EventTarget) {
  const listen = target.addEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation((...args) => {
    listening.push(() => target.removeEventListener(...args));
    listen(...args);
  });
}
const { observe } = MutationObserver.prototype;
function endObserversWithTest() {
  vi.spyOn(MutationObserver.prototype, 'observe').mockImplementation(function (this: MutationObserver, ...args) {
    listening.push(() => this.disconnect());
    observe.apply(this, args);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigation', new EventTarget());
  endWithTest(globalThis as unknown as EventTarget);
  endWithTest(document);
  endObserversWithTest();
  history.replaceState({}, '', '/a');
  draw('A');
  seen.length = 0;
  looks.length = 0;
  begun = Date.now();
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const end of listening.splice(0)) end();
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

test('announces a page again that draws its article only after three seconds, and counts it as drawn only then', async () => {
  const { isDrawn } = watch();
  navigate('/b');
  await vi.advanceTimersByTimeAsync(4000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
  expect(isDrawn()).toBe(false);
  draw('B');
  await vi.advanceTimersByTimeAsync(5000);
  expect(isDrawn()).toBe(true);
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

test('announces a page soon that the reader is back on before another was drawn', async () => {
  watch();
  navigate('/b');
  await vi.advanceTimersByTimeAsync(100);
  navigate('/a');
  await vi.advanceTimersByTimeAsync(250);
  expect(seen).toEqual(['shown /a', 'moved /b', 'moved /a', 'shown /a']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toHaveLength(4);
});

test('does not take the article that is just left for the one that the reader is back on', async () => {
  watch();
  navigate('/b');
  draw('B');
  await vi.advanceTimersByTimeAsync(100);
  navigate('/a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'moved /a']);
  draw('A');
  await vi.advanceTimersByTimeAsync(250);
  expect(seen).toEqual(['shown /a', 'moved /b', 'moved /a', 'shown /a']);
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
  const { settled } = watch();
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
  watchPage({ shown: gone, moved: gone, changed: gone, hidden: () => undefined, heading: () => document.body.textContent ?? '' });
  navigate('/b');
  draw('B');
  await vi.advanceTimersByTimeAsync(5000);
  expect(calls).toBe(3);
});

test('says when the page goes into the page cache', () => {
  watch();
  dispatchEvent(new Event('pagehide'));
  expect(seen).toEqual(['shown /a', 'hidden']);
});

test('looks again when the reader comes back to the page, but not while it waits for an article', async () => {
  watch();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(seen).toEqual(['shown /a', 'shown /a']);
  navigate('/b');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(seen).toEqual(['shown /a', 'shown /a', 'moved /b']);
  draw('B');
  await vi.advanceTimersByTimeAsync(250);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(seen.slice(3)).toEqual(['shown /b', 'shown /b']);
});

test('watches a move by going back where there is no Navigation API', async () => {
  Reflect.deleteProperty(globalThis, 'navigation');
  watch();
  navigate('/b');
  draw('B');
  dispatchEvent(new Event('popstate'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
});

describe('a page that draws its article after it was shown', () => {
  test('is looked at again soon after its text comes', async () => {
    watch();
    await vi.advanceTimersByTimeAsync(800);
    draw('A, met tekst');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(looks).toEqual([1300]);
  });

  test('is looked at again when it went on to another article whose heading comes before its text', async () => {
    watch();
    navigate('/b');
    draw('B');
    await vi.advanceTimersByTimeAsync(900);
    expect(seen).toEqual(['shown /a', 'moved /b', 'shown /b']);
    draw('B, met tekst');
    await vi.advanceTimersByTimeAsync(600);
    expect(looks).toHaveLength(1);
  });

  test('is looked at no more where nothing changes', async () => {
    watch();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(looks).toEqual([]);
  });

  test('is looked at a few times only though it never rests, in its first ten seconds', async () => {
    watch();
    for (let i = 0; i < 300; i++) {
      stir();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(looks.length).toBeGreaterThan(2);
    expect(looks.length).toBeLessThan(6);
    expect(looks.at(-1)).toBe(10_000);
  });

  test('is not looked at for what it draws of the next article before that is announced', async () => {
    watch();
    stir();
    navigate('/b');
    await vi.advanceTimersByTimeAsync(2000);
    expect(looks).toEqual([]);
  });

  test('tells the article that it went on to from the one that it drew late', async () => {
    watch();
    draw('A, met tekst');
    await vi.advanceTimersByTimeAsync(1000);
    navigate('/b');
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen).toEqual(['shown /a', 'moved /b']);
  });

  test('is looked at when the reader comes to it for the first time, and while it draws what it drew for nobody before', async () => {
    show('hidden');
    watch();
    await vi.advanceTimersByTimeAsync(60_000);
    show('visible');
    expect(looks).toEqual([60_000]);
    draw('A, met tekst');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(looks).toEqual([60_000, 60_500]);
    show('hidden');
    show('visible');
    expect(seen).toEqual(['shown /a', 'shown /a']);
    expect(looks).toHaveLength(2);
  });

  test('is not watched where it can be no article', async () => {
    vi.spyOn(location, 'href', 'get').mockReturnValue('https://nos.nl/teletekst');
    watch();
    expect(MutationObserver.prototype.observe).not.toHaveBeenCalled();
  });
});
