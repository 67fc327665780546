// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { cleanup } from './cleanup.ts';
import { draw } from './options-drawn.tsx';

afterEach(cleanup);

test('shows the choices as they are', () => {
  const { all, one } = draw('settings');
  expect((one('input[name="language"]:checked') as HTMLInputElement).value).toBe('nl');
  expect(all('.choice input').map((input) => (input as HTMLInputElement).checked)).toEqual([true, true, true, false]);
  cleanup();
  expect(
    draw('fresh')
      .all('.choice input')
      .map((input) => (input as HTMLInputElement).checked),
  ).toEqual([false, false, false, false]);
});

test.each([
  ['input[name="language"][value="en"]', { language: 'en' }],
  ['input[name="pictures"]', { pictures: 'always' }],
  ['input[name="marks"]', { marks: true }],
  ['input[name="visits"]', { visits: true }],
  ['input[name="keepRead"]', { keepRead: true }],
])('changes a choice at once: %s', (selector, change) => {
  const { one, did } = draw('fresh');
  fireEvent.click(one(selector));
  expect(did.onSettings).toHaveBeenCalledWith(change);
});

test('says of every choice what it does, also to a screen reader', () => {
  const { all, container } = draw('fresh');
  for (const input of all('.choice input')) {
    const what = container.querySelector(`#${CSS.escape(input.getAttribute('aria-describedby') ?? '')}`);
    expect(what?.textContent?.length).toBeGreaterThan(30);
    expect(container.querySelector(`label[for="${input.id}"]`)?.textContent).toMatch(/\S/);
  }
});

test('erases the visits and says so', async () => {
  const { one, did } = draw('settings');
  one('button[data-action="erase-visits"]').click();
  expect(did.onEraseVisits).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(one('.under-choice').textContent).toContain('Gewist.'));
});
