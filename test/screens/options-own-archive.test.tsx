// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { cleanup } from './cleanup.ts';
import { draw } from './options-drawn.tsx';

afterEach(cleanup);

test('offers a limit for the own archive, by age or size, none as long as the reader sets none', () => {
  const { all, one, did } = draw('following');
  const texts = all('[data-part="own-limit"] label').map((label) => label.textContent?.trim().replace(/\s/g, ' '));
  expect(texts).toEqual(['alles', '1 jaar', '2 jaar', '5 jaar', '100 MB', '500 MB', '2 GB']);
  expect((one('input[name="ownLimit"]:checked') as HTMLInputElement).value).toBe('none');
  fireEvent.click(one('input[name="ownLimit"][value="500-mb"]'));
  expect(did.onSettings).toHaveBeenCalledWith({ ownLimit: '500-mb' });
  cleanup();
  expect(draw('fresh').all('[data-part="own-limit"]')).toHaveLength(0);
});

test('says what left the own archive', () => {
  expect(draw('own-archive').one('[data-part="own-removed"]').textContent).toMatch(
    /gingen er 20 berichten uit, tot en met 2\u00a0januari 2025/,
  );
});

test('warns before the disk is full, and says what was not kept when it was', () => {
  const { one } = draw('own-archive-full');
  expect(one('[data-part="disk-low"]').textContent).toMatch(/nog maar 2.MB/);
  expect(one('[data-part="own-limit"]').textContent).toContain('kon een tekst niet worden bewaard: de schijf is vol');
  cleanup();
  expect(draw('own-archive').all('[data-part="disk-low"]')).toHaveLength(0);
});

test('erases the own archive as any bundle, where there is one', () => {
  const { one, did } = draw('own-archive');
  one('button[data-action="erase-own"]').click();
  expect(did.archive.remove).toHaveBeenCalledWith('Eigen archief');
  cleanup();
  expect(draw('following').all('button[data-action="erase-own"]')).toHaveLength(0);
});

test('leads the focus to where the own archive can be brought back once it was erased', async () => {
  draw('own-archive').one('button[data-action="erase-own"]').click();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Je archieven'));
});

test('says when the own archive grew last, and asks nothing about numbers that Terugblik counted itself', () => {
  const [own] = draw('own-archive').all('[data-part="bundles"] li');
  expect(own?.textContent).toMatch(/op schijf · laatst aangevuld \d/);
  expect(own?.querySelector('select')).toBeNull();
  expect(own?.textContent).not.toContain('getallen');
});
