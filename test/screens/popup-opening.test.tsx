// @vitest-environment happy-dom
import { act, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Context } from '../../src/article/answers.ts';
import { Popup } from '../../src/screens/popup/popup.tsx';
import { cleanup } from './cleanup.ts';
import { popupStates } from './popup-states.ts';
import { textsFor } from './texts-for.ts';

const { told } = vi.hoisted(() => ({ told: new Set<(changes: object) => void>() }));
vi.mock('webextension-polyfill', () => {
  const onChanged = { addListener: (one: never) => told.add(one), removeListener: (one: never) => told.delete(one) };
  const permissions = { contains: async () => true, onAdded: onChanged, onRemoved: onChanged };
  const runtime = { getManifest: () => ({ host_permissions: [] }) };
  return { default: { permissions, runtime, storage: { session: { onChanged } } } };
});

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Opens the popup on a tab of which nothing is kept. */
function open() {
  let reply: (context: Context) => void = () => undefined;
  const answer = new Promise<Context>((resolve) => {
    reply = resolve;
  });
  const { container } = render(<Popup texts={textsFor('nl')} tab={7} kept={null} answer={answer} />);
  return {
    state: () => container.querySelector('main')?.dataset.state ?? null,
    answers: (context: Context) => act(async () => reply(context)),
    waits: (milliseconds: number) => act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds))),
    keeps: (newValue: Context) => act(async () => told.forEach((one) => void one({ 'context:7': { newValue } }))),
  };
}

test('draws nothing until the background has answered, and then the answer', async () => {
  const { state, answers, waits } = open();
  await waits(100);
  expect(state()).toBeNull();
  await answers(popupStates.archived);
  expect(state()).toBe('archived');
});

test('says that it is looking where the answer takes longer', async () => {
  const { state, answers, waits } = open();
  await waits(250);
  expect(state()).toBe('loading');
  await answers(popupStates.related);
  expect(state()).toBe('related');
});

test('shows where its page went while nothing was drawn, not the article before', async () => {
  const { state, answers, keeps } = open();
  await keeps(popupStates.related);
  await answers(popupStates.archived);
  expect(state()).toBe('related');
});
