import type { Toolbar } from '../../src/screens/welcome/use-toolbar.ts';
import { type OptionsState, optionsStates } from './options-states.ts';

export interface WelcomeState extends OptionsState {
  toolbar: Toolbar;
  isAllowed?: boolean;
}

const toolbar: Toolbar = { browser: 'chrome', isPinned: false };

/** The page of the first run in every state. */
export const welcomeStates = {
  fresh: { ...optionsStates.fresh, toolbar },
  hover: { ...optionsStates.hover, toolbar },
  progress: { ...optionsStates.progress, archive: optionsStates.fresh.archive, toolbar },
  done: { ...optionsStates.done, toolbar: { ...toolbar, isPinned: true } },
  failed: { ...optionsStates.failed, archive: optionsStates.fresh.archive, toolbar },
  firefox: { ...optionsStates.fresh, toolbar: { ...toolbar, browser: 'firefox' }, isAllowed: false },
} satisfies Record<string, WelcomeState>;
