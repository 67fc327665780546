// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { EraseVisits } from '../../src/screens/options/erase-visits.tsx';
import { cleanup } from './cleanup.ts';
import { draw } from './options-drawn.tsx';
import { textsFor } from './texts-for.ts';

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

test('offers to erase visits only where some were counted', () => {
  expect(draw('fresh').all('button[data-action="erase-visits"]')).toEqual([]);
});

test('erases the visits and says so, until some are counted again', async () => {
  const onErase = vi.fn(async () => undefined);
  const drawn = (hasVisits: boolean) => <EraseVisits hasVisits={hasVisits} texts={textsFor('nl')} onErase={onErase} />;
  const { container, rerender } = render(drawn(true));
  container.querySelector('button')?.click();
  expect(onErase).toHaveBeenCalledOnce();
  rerender(drawn(false));
  await vi.waitFor(() => expect(container.textContent).toBe('Gewist.'));
  // The button that was pressed is gone.
  expect(document.activeElement?.textContent).toBe('Gewist.');
  rerender(drawn(true));
  expect(container.textContent).toBe('Bezoeken wissen');
});
