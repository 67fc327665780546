// @vitest-environment happy-dom
import { renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { tellChanged } from '../../src/archive/store/changed.ts';
import { useGeneration } from '../../src/screens/shared/use-generation.ts';
import { cleanup } from './cleanup.ts';

let generation = 1;
let hidden = false;
Object.defineProperty(document, 'hidden', { get: () => hidden });
const isSeen = () => document.dispatchEvent(new Event('visibilitychange'));
const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
afterEach(cleanup);

test('tells of a change at once where the page is seen, else when it is seen again', async () => {
  const { result } = renderHook(() => useGeneration(async () => generation));
  await pause();
  expect(result.current).toBe(0);
  generation = 2;
  tellChanged();
  await waitFor(() => expect(result.current).toBe(2));
  hidden = true;
  generation = 3;
  tellChanged();
  await pause();
  expect(result.current).toBe(2);
  hidden = false;
  isSeen();
  await waitFor(() => expect(result.current).toBe(3));
});

test('tells a page that was opened out of sight what changed before it was seen', async () => {
  hidden = true;
  const { result } = renderHook(() => useGeneration(async () => generation));
  await pause();
  generation = 4;
  hidden = false;
  isSeen();
  await waitFor(() => expect(result.current).toBe(4));
});
