// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ChosenFile } from '../../src/archive/bundle/bundle.ts';
import { USUAL_CHOICE } from '../../src/archive/import/choice.ts';
import type { EndedImport } from '../../src/archive/import/handle.ts';
import type { FailReason } from '../../src/archive/import/progress.ts';
import { type ImportCounts, reportOf } from '../../src/archive/import/report.ts';
import type { ArchiveState } from '../../src/screens/options/archive-state.ts';
import { Report } from '../../src/screens/options/report.tsx';
import { cleanup } from './cleanup.ts';
import { choose, draw, type StateName } from './options-drawn.tsx';
import { optionsStates } from './options-states.ts';
import { OptionsInState } from './options-view.tsx';
import { textsFor } from './texts-for.ts';

afterEach(cleanup);

const COUNTS = ['entries', 'posts', 'articles', 'versioned', 'added', 'changed', 'unchanged', 'removed', 'skipped'];

test.each((Object.keys(optionsStates) as StateName[]).flatMap((name) => [[name, 'nl'] as const, [name, 'en'] as const]))(
  'draws %s in %s without a text left out',
  (name, language) => {
    expect(draw(name, language).container.textContent).not.toMatch(/\{\w+\}|undefined|null|NaN|Invalid Date|\[object/);
  },
);

test('has the file input first, which takes bundles and loose files, then that for a folder', () => {
  const [files, folder] = draw('done').all('input[type="file"]');
  expect(files?.getAttribute('accept')).toBe('.zip,.tar,.gz,.tgz,.md,.markdown,.html,.htm');
  expect((files as HTMLInputElement).multiple).toBe(true);
  expect(folder?.dataset.input).toBe('folder');
});

test('says that nothing is sent, as the browser asks whether to upload a folder', () => {
  expect(draw('fresh').one('.choose').textContent).toContain('er gaat niets weg van dit apparaat');
});

test.each(['input[type="file"]', 'input[data-input="folder"]'])('imports at once what is chosen in %s', async (selector) => {
  const { one, did } = draw('fresh');
  const file = new File(['x'], 'a.md');
  choose(one(selector), file);
  expect(await vi.mocked(did.imports.start).mock.calls[0]?.[0]).toEqual([file]);
});

test('has no report on a fresh page, nor while an import runs', () => {
  expect(draw('fresh').all('[data-part="report"]')).toEqual([]);
  expect(draw('progress').all('[data-part="report"]')).toEqual([]);
});

test('lets nothing else be chosen while an import runs', () => {
  const { all } = draw('progress');
  expect(all('.choose input, .choose button, input[type="file"]').every((one) => (one as HTMLInputElement).disabled)).toBe(true);
});

test('shows how far an import is, how fast and how long still', () => {
  const bar = draw('progress').one('[role="progressbar"]');
  expect(bar.getAttribute('aria-valuenow')).toBe('45000');
  expect(bar.getAttribute('aria-valuemax')).toBe('118198');
  expect(bar.getAttribute('aria-valuetext')).toBe('45.000 van 118.198 berichten · 14.211 per seconde · nog 6 s');
});

test('says what becomes of an import when the page is closed', () => {
  expect(draw('progress').one('.progress').textContent).toContain('Je mag deze pagina sluiten');
  cleanup();
  const fetched = draw('progress-fetched').one('.progress').textContent;
  expect(fetched).toContain('Laat deze pagina open');
  expect(fetched).not.toContain('Je mag');
});

test('cancels on a click', () => {
  const { one, did } = draw('progress');
  one('button[data-action="cancel"]').click();
  expect(did.imports.cancel).toHaveBeenCalledOnce();
});

test('says that another window is at work', () => {
  expect(draw('waiting').one('.progress').textContent).toContain('Een ander venster');
});

test.each(['done', 'done-skipped', 'failed', 'cancelled'] as const)('has every count in a report that is %s', (name) => {
  const { all } = draw(name);
  expect(all('[data-part="report"] [data-count]').map((count) => count.dataset.count)).toEqual(COUNTS);
  for (const count of all('[data-count]')) expect(count.textContent).toMatch(/^[\d.]+$/);
});

const failed = (reason: FailReason, detail: string, change: Partial<EndedImport> = {}, counts: Partial<ImportCounts> = {}) => {
  const report = reportOf(null);
  const state = { phase: 'failed', reason, detail, space: null, report: { ...report, counts: { ...report.counts, ...counts } } } as const;
  const ended = { state, files: [], choice: USUAL_CHOICE, ...change };
  return render(<Report ended={ended} texts={textsFor('nl')} onOffer={() => undefined} />).container;
};

test.each(['not-a-bundle', 'damaged-bundle', 'unreadable-file', 'no-posts', 'disk-full', 'storage'] satisfies FailReason[])(
  'says why an import failed: %s',
  (reason) => {
    const container = failed(reason, 'x.zip');
    expect(container.querySelector<HTMLElement>('[data-part="report"]')?.dataset.state).toBe('failed');
    expect(container.querySelector('p')?.textContent).toMatch(/^\S.{20,}\.\s?$/);
    // What a browser or a library says of it is there for who asks.
    const said = container.querySelector<HTMLElement>('details:not([open]) code')?.textContent;
    expect(said).toBe(reason === 'not-a-bundle' ? undefined : 'x.zip');
  },
);

test('says to unpack what is packed in a way that is not read, instead of calling it no archive', () => {
  expect(failed('not-a-bundle', 'xz').querySelector('p')?.textContent).toMatch(/ingepakt als xz.* Pak het uit/);
});

test('does not ask for a folder of posts that is there, but of which none can be read', () => {
  expect(failed('no-posts', '').querySelector('p')?.textContent).toContain('_posts');
  cleanup();
  expect(failed('no-posts', '', {}, { skipped: 3 }).querySelector('p')?.textContent).toMatch(/^Geen van de berichten hierin is te lezen/);
});

test('names what was not imported, as other files may have been', () => {
  const chosen = (name: string, path = '') => ({ file: new File([''], name), path });
  const headline = (...files: ChosenFile[]) => failed('no-posts', '', { files }).querySelector('h3')?.textContent;
  expect(headline(chosen('foto.zip'))).toBe('„foto.zip” is niet ingelezen; je archief is zoals het was.');
  cleanup();
  expect(headline(chosen('a.md', 'krant/2021/a.md'), chosen('b.md', 'krant/b.md'))).toContain('„krant”');
  cleanup();
  expect(headline(chosen('a.md'), chosen('b.md'))).toBe('Niet ingelezen; je archief is zoals het was.');
});

test.each(['nl', 'en'])('names every format where a file is none of them, in %s', (language) => {
  expect(draw('failed', language).one('[data-part="report"]').textContent).toMatch(/\.zip.*\.tar\.gz.*\.tar /);
});

test('remarks nothing on posts that did not come in, and still says why files were skipped', () => {
  const { one } = draw('done-skipped');
  // Of more than are listed the number is told.
  expect(one('[data-part="remarks"] summary').textContent).toContain('(1.500)');
  cleanup();
  const { all } = draw('cancelled-late');
  expect(all('[data-part="remarks"]')).toEqual([]);
  expect(all('[data-part="skipped"] li')).toHaveLength(3);
});

test('says how much room a full disk has left', () => {
  expect(draw('failed-full').one('[data-part="report"]').textContent).toContain(
    'Gebruikt 9,1 MB, nog beschikbaar 900 kB; het archief zelf is 31,2 MB.',
  );
});

test.each(['done', 'failed', 'cancelled'] as const)('gives a report the focus that the import took away: %s', (name) => {
  draw(name);
  expect(document.activeElement?.querySelector('[data-part="report"]')).not.toBeNull();
});

test('gives the report the focus when the button goes that cancelled the import', () => {
  const texts = textsFor('nl');
  const { container, rerender } = render(<OptionsInState state={optionsStates.progress} texts={texts} />);
  container.querySelector<HTMLElement>('button[data-action="cancel"]')?.focus();
  expect(document.activeElement?.getAttribute('data-action')).toBe('cancel');
  rerender(<OptionsInState state={optionsStates.cancelled} texts={texts} />);
  expect(document.activeElement?.querySelector('[data-part="report"]')).not.toBeNull();
});

test('leaves the focus where the reader has taken it while an import ran', () => {
  const texts = textsFor('nl');
  const { container, rerender } = render(<OptionsInState state={optionsStates.progress} texts={texts} />);
  container.querySelector<HTMLElement>('input[name="feed"]')?.focus();
  rerender(<OptionsInState state={optionsStates.done} texts={texts} />);
  expect((document.activeElement as HTMLInputElement).name).toBe('feed');
});

test('says how many posts a newer copy no longer has, and takes them out when asked', () => {
  const { one, did } = draw('done-updated');
  expect(one('[data-part="report"]').textContent).toContain('1.204 berichten in je archief staan niet meer in deze kopie.');
  one('button[data-action="mirror"]').click();
  expect(did.imports.again).toHaveBeenCalledWith(optionsStates['done-updated'].ended[0], 'mirror');
});

test('offers to keep apart what brought a bundle up to date', () => {
  const { one, all, did } = draw('done-updated');
  one('button[data-action="apart"]').click();
  expect(did.imports.again).toHaveBeenCalledWith(optionsStates['done-updated'].ended[0], 'apart');
  expect(all('button[data-action="merge"]')).toEqual([]);
});

test('offers nothing more for a bundle that was removed meanwhile, until it is put back', () => {
  const state = optionsStates['done-updated'];
  const drawn = (archive: ArchiveState | null) => <OptionsInState state={{ ...state, archive }} texts={textsFor('nl')} />;
  const { container, rerender } = render(drawn(state.archive));
  const offers = () => [...container.querySelectorAll<HTMLElement>('.offer button')].map((one) => one.dataset.action);
  rerender(drawn(optionsStates.fresh.archive));
  expect(offers()).toEqual([]);
  expect(container.querySelector('[data-part="report"]')?.textContent).not.toContain('staan niet meer in deze kopie');
  rerender(drawn(state.archive));
  expect(offers()).toEqual(['mirror', 'apart']);
});

test('says that a bundle of a known name was another archive, and offers to merge them', () => {
  const { one, all, did } = draw('done-skipped');
  expect(one('[data-part="report"]').textContent).toContain('dit heet nu „leestmeer (2)”');
  one('button[data-action="merge"]').click();
  expect(did.imports.again).toHaveBeenCalledWith(optionsStates['done-skipped'].ended[0], 'merge');
  expect(all('button[data-action="apart"], button[data-action="mirror"]')).toEqual([]);
});

test('says that a file chosen for an update has another name', () => {
  expect(draw('done-other-name').one('[data-part="report"]').textContent).toContain('staat nu als „krant” apart');
});

test('shows an interrupted import: how far it came, and how it goes on', () => {
  const [first, second] = draw('interrupted').all('[data-part="interrupted"] li');
  expect(first?.textContent).toContain('„leestmeer” is onderbroken');
  expect(first?.textContent).toContain('45.000 van 118.198 berichten waren klaar (2\u00a0jan 2026, 12:00). Kies hetzelfde bestand opnieuw');
  expect(second?.textContent).toContain('1.000 van 1.000.000');
  expect(second?.textContent).toContain('Deze versie leest alles opnieuw');
  expect(second?.textContent).not.toContain('verder waar het was');
});

test('gives an interrupted import up, and leaves the focus at the list', async () => {
  const { one, did } = draw('interrupted');
  one('button[data-action="discard"]').click();
  expect(did.archive.discard).toHaveBeenCalledWith('a');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Archief inlezen'));
});

test('says that the browser cleared the archive, and no longer when that is understood', () => {
  const { one, did } = draw('lost');
  expect(one('[data-part="lost"]').textContent).toContain('Lees je archief hieronder opnieuw in');
  one('button[data-action="forget-lost"]').click();
  expect(did.archive.forgetLost).toHaveBeenCalledOnce();
});

test('lets nothing be chosen or fetched where the browser gives no storage', () => {
  const { all } = draw('unreachable');
  const ways = all('.choose :is(input, button), button[data-action="fetch"]') as HTMLButtonElement[];
  expect(ways.map(({ disabled }) => disabled)).toEqual([true, true, true, true]);
});

test('says where the browser gives no storage', () => {
  expect(draw('unreachable').one('[data-part="unreachable"]').textContent).toMatch(
    /Herstart de browser.*Technische details\s*InvalidStateError/s,
  );
});

test('tells that NOS pages may not be read, and asks to be allowed on a click', () => {
  const { one, did } = draw('not-allowed');
  expect(one('[data-part="permission"]').textContent).toContain('Toestemming nodig');
  one('button[data-action="allow"]').click();
  expect(did.allow).toHaveBeenCalledOnce();
  cleanup();
  expect(draw('fresh').all('[data-part="permission"]')).toEqual([]);
});
