import { fireEvent, render } from '@testing-library/preact';
import { vi } from 'vitest';
import { type OptionsState, optionsStates } from './options-states.ts';
import { idle, OptionsInState } from './options-view.tsx';
import { textsFor } from './texts-for.ts';

export type StateName = keyof typeof optionsStates;

/** Draws a state of the page, with all that can be done noted. */
export function draw(name: StateName, language = 'nl') {
  const noted = <Actions extends object>(actions: Actions): Actions =>
    Object.fromEntries(Object.entries(actions).map(([action, what]) => [action, vi.fn(what)])) as Actions;
  const did = {
    archive: noted(idle.archive),
    imports: noted(idle.imports),
    exports: noted(idle.exports),
    sources: noted(idle.sources),
    feeds: noted(idle.feeds),
    onSettings: vi.fn(idle.onSettings),
    allow: vi.fn(idle.allow),
    onEraseVisits: vi.fn(idle.onEraseVisits),
  };
  const state: OptionsState = optionsStates[name];
  const { container } = render(<OptionsInState state={state} texts={textsFor(language)} did={did} />);
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return found;
  };
  return { container, all, one, did };
}

/** Chooses files in an input. */
export function choose(input: HTMLElement, ...files: File[]) {
  for (const file of files) Object.defineProperty(file, 'webkitRelativePath', { value: '' });
  Object.defineProperty(input, 'files', { value: files });
  fireEvent.change(input);
}
