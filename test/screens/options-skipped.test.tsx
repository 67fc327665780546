// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { FileList } from '../../src/screens/options/file-list.tsx';
import { skippedText } from '../../src/screens/options/skipped-text.ts';
import { cleanup } from './cleanup.ts';
import { draw } from './options-drawn.tsx';
import { optionsStates } from './options-states.ts';
import { textsFor } from './texts-for.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('lists every skipped file with its reason', () => {
  const items = draw('done-skipped').all('[data-part="skipped"] li');
  expect(items).toHaveLength(14);
  expect(items[0]?.textContent).toBe('kapot.md leeg bestand');
  expect(items[2]?.textContent).toMatch(/\(front matter\) zijn onleesbaar\s*Technische details\s*regel 2/);
});

test('lets a long list of files be scrolled by keyboard', () => {
  expect(draw('done-skipped').one('[data-part="skipped"] ul').tabIndex).toBe(0);
});

test('draws a long list piece by piece until all of it is there', async () => {
  const { all, one } = draw('done-many-skipped');
  expect(all('[data-part="skipped"] li')).toHaveLength(500);
  expect(one('[data-part="skipped"]').textContent).toContain('en nog 298.500');
  await vi.waitFor(() => expect(all('[data-part="skipped"] li')).toHaveLength(1500), 5000);
});

test('draws of a list that would stop the page only so much, and more when asked', () => {
  const items = Array.from({ length: 20_001 }, (_, i) => i);
  const { container } = render(
    <FileList part="skipped" title="" items={items} count={items.length} texts={textsFor('nl')} draw={(item) => item} />,
  );
  const more = () => container.querySelector<HTMLButtonElement>('button[data-action="more"]');
  expect(container.textContent).toContain('en nog 1');
  more()?.click();
  return vi.waitFor(() => expect(more()).toBeNull());
});

test('saves the skipped files with their reasons as text', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  draw('done-skipped').one('button[data-action="save-skipped"]').click();
  expect(clicked).toHaveBeenCalledOnce();
  const lines = (await saved[0]?.text())?.split('\r\n') ?? [];
  expect(lines.slice(0, 4)).toEqual(['leestmeer (2)', 'Overgeslagen: 14', '', 'kapot.md\tleeg bestand']);
  expect(lines).toHaveLength(3 + 14 + 1);
});

test('says in the text how many files the list leaves out', () => {
  const { state } = optionsStates['done-many-skipped'].ended[0] ?? {};
  const text = state ? skippedText(state.report, textsFor('en')) : '';
  expect(text).toContain('and 298,500 more');
});
