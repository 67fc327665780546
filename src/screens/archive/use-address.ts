import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Asked, addressOf, askedIn } from './address.ts';
import { type Entry, entryIn, nextEntry, type Place, stepsBack } from './history-entry.ts';

/** An entry of the history: what it asks for, and where to go back to when the reader came back to it. */
export interface Visit {
  asked: Asked;
  place: Place | null;
}

const BETWEEN_SAVES = 200;
const current = (): Entry => entryIn(history.state);
const here = () => addressOf(askedIn(location.search));

/**
 * What the address asks for, and the ways to go on: `push` for a step that one can go back from, `type` for what is still
 * being typed, which is one step until it is sent, `replace` for what is no step, and `goBack` to what one came from.
 * @param placeNow tells where the reader is
 */
export function useAddress(placeNow: () => Place) {
  const [visit, setVisit] = useState<Visit>(() => ({ asked: askedIn(location.search), place: current().place }));
  const tell = useRef(placeNow);
  tell.current = placeNow;
  /** The place that the reader came back to but has not reached, as its results are still being looked up. */
  const awaited = useRef(visit.place);
  const isTyping = useRef(false);
  const save = useCallback(() => history.replaceState({ ...current(), place: awaited.current ?? tell.current() }, ''), []);

  useEffect(() => {
    history.scrollRestoration = 'manual';
    let timer = 0;
    const scrolled = () => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        save();
      }, BETWEEN_SAVES);
    };
    const came = () => {
      clearTimeout(timer);
      timer = 0;
      isTyping.current = false;
      const { place } = current();
      awaited.current = place;
      setVisit({ asked: askedIn(location.search), place });
    };
    const ended = new AbortController();
    const { signal } = ended;
    // Scrolling of the list does not bubble.
    addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
    addEventListener('popstate', came, { signal });
    addEventListener('pagehide', save, { signal });
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, []);

  const enter = useCallback((asked: Asked) => {
    save();
    history.pushState(nextEntry(current(), askedIn(location.search), asked), '', addressOf(asked));
    awaited.current = null;
    setVisit({ asked, place: null });
  }, []);
  const replace = useCallback((asked: Asked) => {
    history.replaceState({ ...current(), place: null }, '', addressOf(asked));
    awaited.current = null;
    setVisit({ asked, place: null });
  }, []);
  const push = useCallback((asked: Asked) => {
    isTyping.current = false;
    if (here() === addressOf(asked)) setVisit({ asked, place: null });
    else enter(asked);
  }, []);
  const type = useCallback((asked: Asked) => {
    if (isTyping.current) replace(asked);
    else enter(asked);
    isTyping.current = true;
  }, []);
  const goBack = useCallback((asked: Asked) => {
    const steps = stepsBack(current(), asked);
    if (steps === 0) push(asked);
    else history.go(-steps);
  }, []);
  const arrived = useCallback(() => {
    awaited.current = null;
  }, []);
  return { ...visit, push, type, replace, goBack, arrived };
}
