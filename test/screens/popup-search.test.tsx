// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { listenToKeys } from '../../src/screens/popup/keys.ts';
import { cleanup } from './cleanup.ts';
import { draw } from './popup-drawn.tsx';

afterEach(cleanup);

test('searches the archive for what was typed, not for nothing', () => {
  const { one, onSearch } = draw('archived');
  const input = one('input[type="search"]') as HTMLInputElement;
  fireEvent.submit(one('form'));
  expect(onSearch).not.toHaveBeenCalled();
  input.value = ' dijk bij Oosterveen ';
  fireEvent.submit(one('form'));
  expect(onSearch).toHaveBeenCalledExactlyOnceWith('dijk bij Oosterveen');
});

test('offers no search where there is no archive', () => {
  expect(draw('no-archive').all('input')).toEqual([]);
});

test('goes to the search box with a slash, empties it with Escape and closes with another', () => {
  const { one } = draw('archived');
  const input = one('input[type="search"]') as HTMLInputElement;
  const close = vi.fn();
  const stop = listenToKeys(document, close);
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  press('/');
  expect(document.activeElement).toBe(input);
  input.value = 'dijk/';
  press('Escape');
  expect([input.value, close.mock.calls.length]).toEqual(['', 0]);
  press('Escape');
  expect(close).toHaveBeenCalledOnce();
  stop();
  press('Escape');
  expect(close).toHaveBeenCalledOnce();
});
