// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ChangedView } from '../../src/screens/changes/view.tsx';
import { changedStates } from './changed-states.ts';
import { cleanup } from './cleanup.ts';
import { textsFor } from './texts-for.ts';

afterEach(cleanup);

const draw = (name: string, onMore = () => undefined) =>
  render(<ChangedView found={changedStates[name]?.found ?? null} texts={textsFor('nl')} onMore={onMore} />).container;

test('lists each article that changed with the way to what changed last', () => {
  const items = [...draw('some').querySelectorAll('[data-part="changed"] li')];
  expect(items).toHaveLength(4);
  expect(items[0]?.querySelector('a')?.getAttribute('href')).toBe('archive.html?article=nos%3A1&version=v1&with=v0');
  expect(items[0]?.querySelector('del')?.textContent).toBe('Dijk bij Oosterveen dicht na dertien dagen');
  expect(items[1]?.querySelector('a')?.getAttribute('href')).toBe('archive.html?article=nos%3A2&version=v2&with=v1');
  expect(items[1]?.querySelector('del')).toBeNull();
});

test('says when nothing changed, and when the archive can’t be read', () => {
  expect(draw('none').textContent).toContain('Geen enkel artikel');
  cleanup();
  expect(draw('error').textContent).toContain('The disk can’t be read.');
});

test('begins anew where the archive could not be read', () => {
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  draw('error').querySelector<HTMLElement>('button[data-action="retry"]')?.click();
  expect(reload).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('says how many there are, and gives more of them until all stand there', () => {
  const onMore = vi.fn();
  const more = draw('more', onMore);
  expect(more.textContent).toContain('2.780 artikelen');
  more.querySelector('button')?.click();
  expect(onMore).toHaveBeenCalledOnce();
  cleanup();
  expect(draw('some').querySelector('button')).toBeNull();
});

test('does not say which headline came first where dates don’t', () => {
  const [item] = draw('same-dates').querySelectorAll('[data-part="changed"] li');
  expect(item?.textContent).toContain('Andere kop, volgorde onbekend: Dijk houdt stand');
  expect(item?.querySelector('del')).toBeNull();
});
