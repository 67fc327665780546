// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ChangedView } from '../../src/screens/changes/view.tsx';
import { textsFor } from '../../src/screens/shared/texts.ts';
import { changedStates } from './changed-states.ts';

afterEach(cleanup);

const draw = (name: string) => render(<ChangedView found={changedStates[name]?.found ?? null} texts={textsFor('nl')} />).container;

test('lists each article that changed with the way to what changed last', () => {
  const items = [...draw('some').querySelectorAll('[data-part="changed"] li')];
  expect(items).toHaveLength(3);
  expect(items[0]?.querySelector('a')?.getAttribute('href')).toBe('archive.html?article=nos%3A1&version=v1&with=v0');
  expect(items[0]?.querySelector('del')?.textContent).toBe('Dijk bij Oosterveen dicht na dertien dagen');
  expect(items[1]?.querySelector('a')?.getAttribute('href')).toBe('archive.html?article=nos%3A2&version=v2&with=v1');
  expect(items[1]?.querySelector('del')).toBeNull();
});

test('says when nothing changed, and when the archive can’t be read', () => {
  expect(draw('none').textContent).toContain('Van geen artikel');
  cleanup();
  expect(draw('error').textContent).toContain('The disk can’t be read.');
});
