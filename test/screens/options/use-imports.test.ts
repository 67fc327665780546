// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { cleanup } from '../cleanup.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../kept-storage.ts')).playedBrowser }));
vi.mock('../../../src/screens/options/sample.ts', () => ({ sampleArchive: async () => [] }));
const { useImports } = await import('../../../src/screens/options/use-imports.ts');

const around = { before: async () => undefined, after: async () => undefined };

afterEach(cleanup);

test('knows whether the reader can choose the files of an import again', async () => {
  const { result } = renderHook(() => useImports(around));
  const ended = () => waitFor(() => expect(result.current.ended).toHaveLength(1));
  act(() => result.current.startSample());
  await ended();
  expect(result.current.origin).toBe('fetched');
  await act(async () => void (await result.current.start(Promise.resolve([]))));
  await ended();
  expect(result.current.origin).toBe('chosen');
});
