// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanup } from '../cleanup.ts';
import { locksInNode } from './locks-in-node.ts';

const { kept, request, sendMessage } = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  request: vi.fn(async () => false),
  sendMessage: vi.fn(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: { request },
    runtime: { sendMessage },
    storage: {
      local: {
        get: async (name: string) => ({ [name]: kept[name] }),
        set: async (values: object) => Object.assign(kept, values),
        onChanged: { addListener: () => undefined, removeListener: () => undefined },
      },
    },
  },
}));
const { useFeeds } = await import('../../../src/screens/options/use-feeds.ts');
const { useSources } = await import('../../../src/screens/options/use-sources.ts');

vi.stubGlobal('navigator', { ...navigator, locks: locksInNode() });
const fetching = vi.fn();
vi.stubGlobal('fetch', fetching);
const source = { bundle: 'krant', address: 'https://krant.example/krant.zip', isDaily: true, problem: null };

beforeEach(() => {
  vi.clearAllMocks();
  for (const name of Object.keys(kept)) delete kept[name];
});
afterEach(cleanup);

/** Nothing was asked of a server or of the background, and nothing noted. */
function expectNothing(before: object) {
  expect(fetching).not.toHaveBeenCalled();
  expect(sendMessage).not.toHaveBeenCalled();
  expect(kept).toEqual(before);
}

test('follows no feed whose host the reader does not allow, and says which', async () => {
  const { result } = renderHook(() => useFeeds());
  await act(() => result.current.follow('https://krant.example:8443/feed'));
  expect(request).toHaveBeenCalledWith({ origins: ['https://krant.example/*'] });
  expect(result.current).toMatchObject({ refused: 'https://krant.example:8443/feed', followed: [] });
  expectNothing({});
});

test.each([null, 'krant'])('fetches no archive from a host that the reader does not allow, and says so (%s)', async (bundle) => {
  kept.sources = [source];
  const start = vi.fn();
  const { result } = renderHook(() => useSources(start));
  await waitFor(() => expect(result.current.list).toHaveLength(1));
  act(() => result.current.fetch(source.address, bundle));
  await waitFor(() => expect(result.current.failed).toEqual({ address: source.address, bundle, problem: 'refused' }));
  expect(result.current.fetching).toBeNull();
  expect(start).not.toHaveBeenCalled();
  expectNothing({ sources: [source] });
});

test('asks the reader once, however often the button is pressed meanwhile', async () => {
  const { result } = renderHook(() => useSources(vi.fn()));
  act(() => {
    result.current.fetch(source.address, null);
    result.current.fetch(source.address, null);
  });
  await waitFor(() => expect(result.current.failed).not.toBeNull());
  expect(request).toHaveBeenCalledTimes(1);
});
