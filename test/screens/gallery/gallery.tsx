import { type ComponentChild, render } from 'preact';
import type { Texts } from '../../../src/screens/shared/texts.ts';
import { textsFor } from '../texts-for.ts';

/** What the screenshots and the accessibility test call on a gallery page. */
export interface Gallery {
  states: string[];
  show(state: string, language: string): void;
}

/** Makes a page that draws a screen in any of its states. */
export function openGallery<State>(states: Record<string, State>, draw: (state: State, texts: Texts) => ComponentChild): void {
  const gallery: Gallery = {
    states: Object.keys(states),
    show(name, language) {
      document.documentElement.lang = language;
      // Drawn anew each time, as a page is that opens.
      render(null, document.body);
      render(draw(states[name] as State, textsFor(language)), document.body);
    },
  };
  Object.assign(globalThis, { gallery });
}
