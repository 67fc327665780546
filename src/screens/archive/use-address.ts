import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Asked, addressOf, askedIn } from './address.ts';

/** Where the reader was on the page, kept with its entry in the history. Lengths in CSS pixels. */
export interface Place {
  /** How far the page was scrolled, and the list beside the article. */
  top: number;
  list: number;
  /** Results that stood in the list. */
  results: number;
}

/** An entry of the history: what it asks for, and where to go back to when the reader came back to it. */
export interface Visit {
  asked: Asked;
  place: Place | null;
}

const BETWEEN_SAVES = 200;

/**
 * What the address asks for, and the ways to go on: `push` for a step that one can go back from, `replace` for what is still
 * being typed.
 * @param placeNow tells where the reader is
 */
export function useAddress(placeNow: () => Place) {
  const [visit, setVisit] = useState<Visit>(() => ({ asked: askedIn(location.search), place: placeIn(history.state) }));
  const tell = useRef(placeNow);
  tell.current = placeNow;

  useEffect(() => {
    history.scrollRestoration = 'manual';
    let timer = 0;
    const save = () => {
      timer = 0;
      history.replaceState({ place: tell.current() }, '');
    };
    const scrolled = () => {
      timer ||= window.setTimeout(save, BETWEEN_SAVES);
    };
    const came = ({ state }: PopStateEvent) => {
      clearTimeout(timer);
      timer = 0;
      setVisit({ asked: askedIn(location.search), place: placeIn(state) });
    };
    // Scrolling of the list does not bubble.
    addEventListener('scroll', scrolled, { capture: true, passive: true });
    addEventListener('popstate', came);
    addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', scrolled, { capture: true });
      removeEventListener('popstate', came);
      removeEventListener('pagehide', save);
    };
  }, []);

  const push = useCallback((asked: Asked) => {
    const address = addressOf(asked);
    if (addressOf(askedIn(location.search)) !== address) {
      history.replaceState({ place: tell.current() }, '');
      history.pushState(null, '', address);
    }
    setVisit({ asked, place: null });
  }, []);
  const replace = useCallback((asked: Asked) => {
    history.replaceState(null, '', addressOf(asked));
    setVisit({ asked, place: null });
  }, []);
  return { ...visit, push, replace };
}

/** The history keeps what it is given over restarts; it may be of an older version of this page. */
function placeIn(state: unknown): Place | null {
  const { top, list, results } = ((state as { place?: unknown } | null)?.place ?? {}) as Partial<Place>;
  return typeof top === 'number' && typeof list === 'number' && typeof results === 'number' ? { top, list, results } : null;
}
