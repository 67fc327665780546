import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import type { Context } from '../../src/article/answers.ts';
import type { KeepAnswer } from '../../src/screens/popup/keep.tsx';
import { PopupView } from '../../src/screens/popup/view.tsx';
import { popupStates } from './popup-states.ts';
import { textsFor } from './texts-for.ts';

/** Draws a state of the popup, with all that can be done noted. */
export function draw(state: keyof typeof popupStates, language = 'nl', isAllowed = true) {
  const onAllow = vi.fn();
  const onRetry = vi.fn();
  const onKeep = vi.fn(async (): Promise<KeepAnswer> => 'new');
  const context: Context | null = popupStates[state];
  const onSearch = vi.fn();
  const onWhy = vi.fn(async (): Promise<string[]> => ['dijk', 'Oosterveen', 'waterschap']);
  const { container } = render(
    <PopupView
      context={context}
      tab={7}
      now={Date.parse('2026-11-24T12:00Z')}
      texts={textsFor(language)}
      onSearch={onSearch}
      mayRead={{ isAllowed, allow: onAllow }}
      onRetry={onRetry}
      onKeep={onKeep}
      onWhy={onWhy}
    />,
  );
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the popup has no ${selector}`);
    return found;
  };
  const text = (selector: string) => one(selector).textContent?.replace(/\s+/g, ' ').trim();
  return { container, all, one, text, onSearch, onAllow, onRetry, onKeep, onWhy };
}
