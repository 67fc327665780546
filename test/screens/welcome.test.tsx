// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { WelcomeView } from '../../src/screens/welcome/view.tsx';
import { cleanup } from './cleanup.ts';
import { idle } from './options-view.tsx';
import { textsFor } from './texts-for.ts';
import { type WelcomeState, welcomeStates } from './welcome-states.ts';

afterEach(cleanup);

type StateName = keyof typeof welcomeStates;

function draw(name: StateName, language = 'nl') {
  const state: WelcomeState = welcomeStates[name];
  const imports = { running: state.running, origin: 'chosen' as const, ended: state.ended, ...idle.imports, startSample: vi.fn() };
  const allow = vi.fn();
  const keepRead = vi.fn();
  const { container } = render(
    <WelcomeView
      texts={textsFor(language)}
      over={state.over ?? false}
      archive={{ state: state.archive, ...idle.archive }}
      imports={imports}
      toolbar={state.toolbar}
      mayRead={{ isAllowed: state.isAllowed ?? true, allow }}
      keepRead={{ isOn: false, change: keepRead }}
    />,
  );
  return {
    container,
    text: container.textContent ?? '',
    one: (selector: string) => container.querySelector<HTMLElement>(selector),
    imports,
    allow,
    keepRead,
  };
}

test.each((Object.keys(welcomeStates) as StateName[]).flatMap((name) => [[name, 'nl'] as const, [name, 'en'] as const]))(
  'draws %s in %s without a text left out',
  (name, language) => {
    expect(draw(name, language).text).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/);
  },
);

test('tells what it does, sees and sends, then how to begin', () => {
  const { container, text } = draw('fresh');
  expect([...container.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
    'Wat Terugblik ziet',
    'Wat je apparaat verlaat',
    '1. Kies je archief',
    'Archief inlezen',
    '2. Zet de knop vast',
    '3. Lees een artikel',
  ]);
  expect(text).toContain('Niets.');
});

test('imports the sample', () => {
  const { one, imports } = draw('fresh');
  one('button[data-action="sample"]')?.click();
  expect(imports.startSample).toHaveBeenCalledOnce();
});

test('says how the button is pinned in this browser, or that it is', () => {
  expect(draw('fresh').text).toContain('punaise');
  cleanup();
  expect(draw('firefox').text).toContain('Aan werkbalk vastzetten');
  cleanup();
  expect(draw('done').text).toContain('De knop staat al op je werkbalk.');
});

test('asks in Firefox to be allowed to read NOS pages, where that is not yet so', () => {
  const { one, allow } = draw('firefox');
  one('button[data-action="allow"]')?.click();
  expect(allow).toHaveBeenCalledOnce();
  cleanup();
  expect(draw('fresh').one('button[data-action="allow"]')).toBeNull();
});

test('says that all is ready once there is an archive', () => {
  expect(draw('done').one('.ready')?.textContent).toContain('Open nu een artikel op nos.nl');
  cleanup();
  expect(draw('progress').one('.ready')?.textContent).toBe('');
});

test('offers to keep what is read, off until it is wanted', () => {
  const { one, keepRead } = draw('fresh');
  const input = one('input[name="keepRead"]') as HTMLInputElement;
  expect(input.checked).toBe(false);
  input.click();
  expect(keepRead).toHaveBeenCalledWith(true);
});
