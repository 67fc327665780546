// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { messagesOf } from '../../scripts/build/page-messages.ts';
import './cleanup.ts';
import type { Gallery } from './gallery/gallery.tsx';

declare const gallery: Gallery;
const { asked } = vi.hoisted(() => ({ asked: new Set<string>() }));

vi.mock('./texts-for.ts', async () => {
  const { textsIn } = await import('../../src/screens/shared/texts.ts');
  const { default: nl } = await import('../../public/_locales/nl/messages.json');
  const messages = new Proxy<Record<string, string>>(Object.fromEntries(Object.entries(nl).map(([key, { message }]) => [key, message])), {
    get(all, key: string) {
      asked.add(key);
      return all[key];
    },
  });
  return { textsFor: () => textsIn('nl', messages) };
});

test.each([
  ['popup', 'popup'],
  ['options', 'options'],
  ['archive', 'archive'],
  ['changes', 'changed'],
  ['welcome', 'welcome'],
])('packs with the %s page every text that it shows, whatever its state', async (page, drawn) => {
  // happy-dom has none of these.
  Element.prototype.scrollIntoView ??= () => undefined;
  asked.clear();
  await import(`./gallery/${drawn}.tsx`);
  // The document here would follow what is in the hostile one.
  for (const state of gallery.states.filter((name) => name !== 'hostile')) gallery.show(state, 'nl');
  const packed = messagesOf(page, 'nl');
  expect(asked.size).toBeGreaterThan(8);
  expect([...asked].filter((key) => !(key in packed))).toEqual([]);
});

test('packs no text with the popup that only the options page shows', () => {
  expect(Object.keys(messagesOf('popup', 'nl'))).not.toContain('skip_empty');
  expect(Object.keys(messagesOf('options', 'en'))).toContain('skip_empty');
});
