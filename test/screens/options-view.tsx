import { OptionsView } from '../../src/screens/options/view.tsx';
import type { Texts } from '../../src/screens/shared/texts.ts';
import type { OptionsState } from './options-states.ts';

const nothing = () => undefined;
const later = async () => undefined;

/** What the reader can do on the page; all of it does nothing unless a test puts something in its place. */
export const idle = {
  archive: {
    changed: later,
    remove: async (_: string) => undefined,
    undo: async (_: string) => undefined,
    pause: (_: boolean) => undefined,
    settle: later,
    overrule: async (_: string, __: 'words' | 'views' | null) => undefined,
    discard: async (_: string) => undefined,
    protect: async () => true,
    forgetLost: later,
  },
  imports: {
    start: async (..._: unknown[]): Promise<[]> => [],
    startSample: nothing,
    renew: nothing,
    again: nothing as (...given: unknown[]) => void,
    cancel: nothing,
  },
  exports: { start: (_: string) => undefined, cancel: nothing },
  sources: {
    fetch: (_: string, __: string | null) => undefined,
    cancel: nothing,
    setDaily: (_: string, __: boolean) => undefined,
    forget: async (_: string) => undefined,
  },
  feeds: { follow: async (_: string) => undefined, unfollow: async (_: string) => undefined },
  onSettings: (_: object) => undefined,
  allow: nothing,
  onEraseVisits: later,
};

/** The options page in a state. */
export function OptionsInState({ state, texts, did = idle }: { state: OptionsState; texts: Texts; did?: typeof idle }) {
  return (
    <OptionsView
      texts={texts}
      over={state.over ?? false}
      archive={{ state: state.archive, removed: state.removed, ...did.archive }}
      imports={{ running: state.running, origin: state.origin ?? 'chosen', ended: state.ended, ...did.imports }}
      exports={{ ...state.exporting, ...did.exports }}
      sources={{ list: [], fetching: null, failed: null, ...state.sources, ...did.sources }}
      feeds={{ followed: [], refused: null, ...state.feeds, ...did.feeds }}
      notes={state.notes ?? { removed: null, failed: null }}
      settings={state.settings}
      mayRead={{ isAllowed: state.isAllowed ?? true, allow: did.allow }}
      onSettings={did.onSettings}
      onEraseVisits={did.onEraseVisits}
    />
  );
}
