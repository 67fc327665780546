// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Meaning } from '../../src/screens/options/meaning.tsx';
import { sizeText } from '../../src/screens/options/size.ts';
import { cleanup } from './cleanup.ts';
import { choose, draw } from './options-drawn.tsx';
import { textsFor } from './texts-for.ts';

afterEach(cleanup);

test('lists bundles with what is in them, their space and when they came in', () => {
  const items = draw('done').all('[data-part="bundles"] li');
  expect(items).toHaveLength(2);
  expect(items[0]?.textContent).toContain('118.198 berichten, 90 eerdere teksten, 117.402 artikelen · 1\u00a0jan 2018 – 31\u00a0dec 2019');
  expect(items[0]?.textContent).toContain('210 MB op schijf · ingelezen 2\u00a0jan 2026, 12:00');
  expect(items[1]?.textContent).toContain('1 bericht, 1 artikel');
  expect(items[1]?.textContent).toContain('1 tekst is niet meer te lezen. Ze komt terug als je dit archief bijwerkt met het bestand');
});

test('offers no file for what can’t be read of the own archive but one that the reader saved', () => {
  expect(draw('own-archive-damaged').one('[data-part="bundles"] li').textContent).toContain('met een ZIP waarin je het eerder bewaarde');
});

test('says the day of an archive of one day once', () => {
  expect(draw('own-archive').one('[data-part="bundles"] li').textContent).toContain('6.900 artikelen · 2\u00a0jan 20269,8 MB op schijf');
});

test('says that there is no archive, as is so before the first one and after the last', () => {
  expect(draw('fresh').one('main').textContent).toContain('Er staat geen archief op dit apparaat.');
});

test('shows what the numbers count, with the evidence', () => {
  const [words] = draw('done').all('[data-part="bundles"] li');
  expect(words?.querySelector('select')?.value).toBe('');
  expect(words?.querySelector('option')?.textContent).toBe('zoals gevonden: woorden');
  expect(words?.textContent).toContain('bij alle 2.006 teksten waar dat na te gaan was, tellen ze de woorden');
  cleanup();
  const [mixed, views] = draw('numbers').all('[data-part="bundles"] li');
  expect(mixed?.querySelector('option')?.textContent).toBe('zoals gevonden: verschilt per bericht');
  expect(mixed?.querySelector('select')?.value).toBe('words');
  expect(mixed?.textContent).toContain('bij 640 van de 1.200 teksten');
  expect(views?.querySelector('option')?.textContent).toBe('zoals gevonden: weergaven en bezoekers');
  expect(views?.textContent).toContain('bij geen van de 310 teksten');
});

test('asks nothing about numbers where none shows what it counts', () => {
  const [, without] = draw('done').all('[data-part="bundles"] li');
  expect(without?.querySelector('select')).toBeNull();
  expect(without?.textContent).toContain(
    'Geen getallen waarvan te zien is wat ze tellen. Van berichten zonder getallen telt Terugblik zelf de woorden.',
  );
});

test('asks the reader where there are numbers but none shows what it counts', () => {
  const texts = textsFor('nl');
  const { container } = render(
    <Meaning
      bundle={{ evidence: { posts: 0, words: 0, unsure: 2 }, overrule: null }}
      named="x"
      texts={texts}
      onOverrule={() => undefined}
    />,
  );
  expect(container.querySelector('option')?.textContent).toBe('zoals gevonden: onbekend');
  expect(container.textContent).toContain('Geen getallen waarvan te zien is wat ze tellen.');
});

test.each([
  ['views', 'views'],
  ['words', 'words'],
  ['', null],
])('takes the reader’s word for what the numbers count: %s', (value, meaning) => {
  const { one, did } = draw('numbers');
  fireEvent.change(one('select[data-action="overrule"]'), { target: { value } });
  expect(did.archive.overrule).toHaveBeenCalledWith('krantenbak', meaning);
});

test('removes a bundle and leaves the focus at the list', async () => {
  const { all, did } = draw('done');
  const [button] = all('[data-part="bundles"] li button[data-action="remove"]');
  expect(button?.getAttribute('aria-label')).toBe('leestmeer verwijderen');
  button?.click();
  expect(did.archive.remove).toHaveBeenCalledWith('leestmeer');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Je archieven'));
});

test('brings a removed bundle back, unless it was removed while an import ran', () => {
  const { all, did } = draw('removed');
  const [undoable, gone] = all('[data-part="removed"] li');
  expect(gone?.textContent).toContain('niet terug te draaien');
  expect(gone?.querySelector('button')).toBeNull();
  undoable?.querySelector('button')?.click();
  expect(did.archive.undo).toHaveBeenCalledWith('leestmeer');
});

test('leaves the focus at the list when a removed bundle is brought back, whose notice goes', async () => {
  const { one } = draw('removed');
  one('[data-action="undo"]').click();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Je archieven'));
});

test('lets nothing become final while the reader is at the button that undoes it', () => {
  const { one, did } = draw('removed');
  fireEvent.focusIn(one('[data-action="undo"]'));
  expect(did.archive.pause).toHaveBeenLastCalledWith(true);
  fireEvent.focusOut(one('[data-action="undo"]'));
  expect(did.archive.pause).toHaveBeenLastCalledWith(false);
});

test('lets nothing become final while the pointer leaves a button that the keyboard is still at, or the other way round', () => {
  const { one, did } = draw('removed');
  const notice = one('[data-part="removed"]');
  fireEvent.focusIn(one('[data-action="undo"]'));
  fireEvent.mouseEnter(notice);
  fireEvent.mouseLeave(notice);
  expect(did.archive.pause).toHaveBeenLastCalledWith(true);
  fireEvent.mouseEnter(notice);
  fireEvent.focusOut(one('[data-action="undo"]'));
  expect(did.archive.pause).toHaveBeenLastCalledWith(true);
  fireEvent.mouseLeave(notice);
  expect(did.archive.pause).toHaveBeenLastCalledWith(false);
});

test('brings a bundle up to date with a newer file, whatever it shares with it', async () => {
  const { one, did } = draw('done');
  const file = new File(['x'], 'nieuw.zip');
  choose(one('[data-part="bundles"] li input[data-action="update"]'), file);
  const [files, choice] = vi.mocked(did.imports.start).mock.calls[0] ?? [];
  expect(await files).toEqual([file]);
  expect(choice).toEqual({ destination: { into: 'leestmeer' }, mirror: false });
});

test('saves a bundle as a ZIP, one at a time', () => {
  const { all, did } = draw('done');
  all('button[data-action="export"]')[0]?.click();
  expect(did.exports.start).toHaveBeenCalledWith('leestmeer');
  cleanup();
  const running = draw('exporting');
  expect(running.all('button[data-action="export"]').every((one) => (one as HTMLButtonElement).disabled)).toBe(true);
  expect(running.one('[data-part="bundles"] li').textContent).toContain('40.000 van 118.198 berichten');
  running.one('button[data-action="cancel-export"]').click();
  expect(running.did.exports.cancel).toHaveBeenCalledOnce();
});

test('says how far saving is only once it is known how many posts there are', () => {
  const text = draw('export-begins').one('[data-part="bundles"] li').textContent;
  expect(text).toContain('De ZIP wordt voorbereid …');
  expect(text).not.toContain('0 van 0');
});

test('says how saving ended', () => {
  const text = (name: 'exported' | 'export-failed') => draw(name).one('[data-part="bundles"] li').textContent;
  expect(text('exported')).toContain('118.196 teksten staan in de ZIP bij je downloads. 2 teksten waren niet meer te lezen en ontbreken.');
  cleanup();
  expect(text('export-failed')).toMatch(/De ZIP kon niet gemaakt worden.*probeer het opnieuw\.Technische details.*QuotaExceededError/);
});

test('shows the space that is used and left, and asks the browser to keep the archive', async () => {
  const { one, did } = draw('fresh');
  expect(one('[data-part="space"]').textContent).toContain('12 kB in gebruik, 9,3 MB beschikbaar.');
  vi.mocked(did.archive.protect).mockResolvedValue(false);
  one('button[data-action="protect"]').click();
  await vi.waitFor(() => expect(one('[data-part="space"]').textContent).toContain('De browser belooft het niet.'));
  cleanup();
  expect(draw('done').all('button[data-action="protect"]')).toEqual([]);
});

test('says that the browser gives space back later', () => {
  expect(draw('removed').one('[data-part="space"]').textContent).toContain('Daarvan ruimt de browser 90,1 MB later zelf op.');
  cleanup();
  expect(draw('done').one('[data-part="space"]').textContent).not.toContain('later');
});

test.each([
  [0, '0 kB'],
  [900, '0,9 kB'],
  [12_400, '12 kB'],
  [9_100_000, '9,1 MB'],
  [214_300_000, '214 MB'],
  [48_700_000_000, '48,7 GB'],
])('writes %i bytes as %s', (bytes, text) => {
  expect(sizeText(bytes, 'nl')).toBe(text);
});

test('says that search could find more, and reads the words again when asked', () => {
  const { one, did } = draw('outdated');
  expect(one('[data-part="outdated"]').textContent).toContain('door een eerdere versie van Terugblik gelezen');
  one('button[data-action="renew"]').click();
  expect(did.imports.renew).toHaveBeenCalledOnce();
  cleanup();
  expect(draw('done').all('[data-part="outdated"]')).toEqual([]);
});

test('shows where the bundles stand how far that is, and lets it be cancelled', () => {
  const { all, one, did } = draw('renewing');
  expect(all('[role="progressbar"]').map((bar) => bar.getAttribute('aria-label'))).toEqual(['Woorden opnieuw lezen']);
  expect(one('.progress').textContent).toContain('45.000 van 118.198 berichten');
  expect(all('button[data-action="renew"]')).toEqual([]);
  one('button[data-action="cancel"]').click();
  expect(did.imports.cancel).toHaveBeenCalledOnce();
});

test('says what that came to', () => {
  const { all, one } = draw('renewed');
  expect(one('[data-part="renewed"]').textContent).toBe('De woorden van 118.198 berichten zijn opnieuw gelezen.');
  expect(all('[data-part="report"], [data-part="outdated"]')).toEqual([]);
  cleanup();
  const full = draw('renewed-full');
  expect(full.one('[data-part="renewed"]').textContent).toMatch(/^Niet gelukt.*De schijf is vol.*nog beschikbaar 900 kB/);
  expect(full.all('button[data-action="renew"]')).toHaveLength(1);
});
