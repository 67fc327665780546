// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { closeBehindLinks } from '../../src/screens/popup/links.ts';

document.body.innerHTML = '<a href="archive.html"><b>Dijk</b></a><button>Bewaar</button>';
document.addEventListener('click', (event) => event.preventDefault());
const close = vi.fn();
const end = closeBehindLinks(document, close);
afterEach(() => close.mockClear());

/** Clicks on what a selector finds. Gives how many times the popup was closed when that was done, and a moment later. */
async function click(selector: string, keys: MouseEventInit = {}) {
  document.querySelector(selector)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
  const atOnce = close.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve));
  return [atOnce, close.mock.calls.length];
}

test('closes the popup once a link has opened its page', async () => {
  expect(await click('a b')).toEqual([0, 1]);
});

test('stays where a link opens its page behind, and at a button', async () => {
  expect(await click('a', { ctrlKey: true })).toEqual([0, 0]);
  expect(await click('a', { metaKey: true })).toEqual([0, 0]);
  expect(await click('button')).toEqual([0, 0]);
});

test('ends with the popup', async () => {
  end();
  expect(await click('a')).toEqual([0, 0]);
});
