// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { FailReason } from '../../src/archive/import/progress.ts';
import { reportOf } from '../../src/archive/import/report.ts';
import { Report } from '../../src/screens/options/report.tsx';
import { OptionsView } from '../../src/screens/options/view.tsx';
import { textsFor } from '../../src/screens/shared/texts.ts';
import { type OptionsState, optionsStates } from './page-states.ts';

afterEach(cleanup);

const COUNTS = ['entries', 'posts', 'articles', 'versioned', 'added', 'changed', 'unchanged', 'removed', 'skipped'];

function draw(name: string, language = 'nl') {
  const did = { onFiles: vi.fn(), onFolder: vi.fn(), onSample: vi.fn(), onCancel: vi.fn(), onRemove: vi.fn(async () => undefined) };
  const state = optionsStates[name] as OptionsState;
  const { container } = render(<OptionsView texts={textsFor(language)} over={false} {...state} {...did} />);
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  return { container, all, one, did };
}

test.each(Object.keys(optionsStates).flatMap((name) => [[name, 'nl'] as const, [name, 'en'] as const]))(
  'draws %s in %s without a text left out',
  (name, language) => {
    expect(draw(name, language).container.textContent).not.toMatch(/\{\w+\}|undefined|null|NaN|Invalid|\[object/);
  },
);

test('has the file input first, which takes bundles and loose files, then that for a folder', () => {
  const [files, folder] = draw('fresh').all('input[type="file"]');
  expect(files?.getAttribute('accept')).toBe('.zip,.tar,.gz,.tgz,.md,.markdown,.html,.htm');
  expect((files as HTMLInputElement).multiple).toBe(true);
  expect(folder?.dataset.input).toBe('folder');
});

test.each([
  ['input[type="file"]', 'onFiles'],
  ['input[data-input="folder"]', 'onFolder'],
] as const)('imports at once what is chosen in %s', (selector, name) => {
  const { one, did } = draw('fresh');
  const file = new File(['x'], 'a.md');
  const input = one(selector) as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [file] });
  fireEvent.change(input);
  expect(did[name]).toHaveBeenCalledWith([file]);
});

test('has no report on a fresh page, nor while an import runs', () => {
  expect(draw('fresh').all('[data-part="report"]')).toEqual([]);
  expect(draw('progress').all('[data-part="report"]')).toEqual([]);
});

test('lets nothing else be chosen while an import runs', () => {
  const { all } = draw('progress');
  expect(all('.choose input, .choose button').every((one) => (one as HTMLInputElement).disabled)).toBe(true);
});

test('shows how far an import is, how fast and how long still', () => {
  const bar = draw('progress').one('[role="progressbar"]');
  expect(bar.getAttribute('aria-valuenow')).toBe('45000');
  expect(bar.getAttribute('aria-valuemax')).toBe('118198');
  expect(bar.getAttribute('aria-valuetext')).toBe('45.000 van 118.198 berichten · 14.211 per seconde · nog 6 s');
});

test('cancels on a click', () => {
  const { one, did } = draw('progress');
  one('button[data-action="cancel"]').click();
  expect(did.onCancel).toHaveBeenCalledOnce();
});

test('says that another window is importing', () => {
  expect(draw('waiting').one('.progress').textContent).toContain('Een ander venster');
});

test.each(['done', 'done-skipped', 'failed', 'cancelled'])('has every count in a report that is %s', (name) => {
  const { all } = draw(name);
  expect(all('[data-part="report"] [data-count]').map((count) => count.dataset.count)).toEqual(COUNTS);
  for (const count of all('[data-count]')) expect(count.textContent).toMatch(/^[\d.]+$/);
});

test('lists every skipped file with its reason', () => {
  const items = draw('done-skipped').all('[data-part="skipped"] li');
  expect(items).toHaveLength(14);
  expect(items[0]?.textContent).toBe('kapot.md leeg bestand');
  expect(items[2]?.textContent).toContain('front matter onleesbaar (regel 2');
});

test('lets a long list of files be scrolled by keyboard', () => {
  expect(draw('done-skipped').one('[data-part="skipped"] ul').tabIndex).toBe(0);
});

test('says that a bundle of a known name was another archive', () => {
  expect(draw('done-skipped').one('[data-part="report"]').textContent).toContain('dit heet nu „leestmeer (2)”');
});

test.each(['not-a-bundle', 'damaged-bundle', 'unreadable-file', 'no-posts', 'disk-full', 'storage'] satisfies FailReason[])(
  'says why an import failed: %s',
  (reason) => {
    const state = { phase: 'failed', reason, detail: 'x.zip', space: null, report: reportOf(null) } as const;
    const { container } = render(<Report state={state} texts={textsFor('nl')} />);
    expect(container.querySelector<HTMLElement>('[data-part="report"]')?.dataset.state).toBe('failed');
    expect(container.querySelector('p')?.textContent).toMatch(/^\S.{20,} \(x\.zip\)$/);
  },
);

test('says how much room a full disk has left', () => {
  expect(draw('failed-full').one('[data-part="report"]').textContent).toContain(
    'Gebruikt 9,1 MB, nog beschikbaar 0,9 MB; het archief zelf is 31,2 MB.',
  );
});

test('gives a report the focus that the import took away', () => {
  draw('done');
  expect(document.activeElement?.querySelector('[data-part="report"]')).not.toBeNull();
});

test('lists bundles with what is in them and what their numbers count', () => {
  const items = draw('done').all('[data-part="bundles"] li');
  expect(items).toHaveLength(2);
  expect(items[0]?.textContent).toContain('118.198 berichten, 117.402 artikelen · 1 jan 2018 – 31 dec 2019');
  expect(items[0]?.textContent).toContain('de getallen in dit archief zijn woordaantallen');
  expect(items[1]?.textContent).toContain('1 bericht, 1 artikel');
  expect(items[1]?.textContent).toContain('1 bericht is niet meer te lezen');
});

test('removes a bundle and leaves the focus at the list', async () => {
  const { all, did } = draw('done');
  const [button] = all('[data-part="bundles"] li button[data-action="remove"]');
  expect(button?.getAttribute('aria-label')).toBe('leestmeer verwijderen');
  button?.click();
  expect(did.onRemove).toHaveBeenCalledWith('leestmeer');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Je archieven'));
});

test('says that there is no archive yet', () => {
  expect(draw('fresh').one('main').textContent).toContain('Nog geen archief ingelezen.');
});
