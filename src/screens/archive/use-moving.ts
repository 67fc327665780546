import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from './history-entry.ts';
import { keepFocus, listAtTop, putAt } from './moving.ts';

interface Moves {
  article: string | null;
  version: string | null;
  /** The search whose results are listed. */
  found: string | null;
  place: Place | null;
  isSettled: boolean;
  isAnswered: boolean;
  /** Called when the reader is back where they were. */
  arrived(): void;
}

/** Shows another article, and other results, from their top; and when an entry of the history comes back, where the reader was in it. */
export function useMoving({ article, version, found, place, isSettled, isAnswered, arrived }: Moves): void {
  const before = useRef<{ article: string | null; version: string | null } | null>(null);
  const listed = useRef<string | null>(null);
  const restored = useRef<Place | null>(null);
  useLayoutEffect(() => {
    if (found !== listed.current) {
      listed.current = found;
      if (!place) listAtTop();
    }
    if (!isSettled) return;
    const was = before.current;
    const isOther = was !== null && (was.article !== article || was.version !== version);
    if (place && isAnswered && restored.current !== place) {
      restored.current = place;
      putAt(place, article, was?.article ?? null);
      arrived();
    } else if (isOther && !place) {
      putAt('start', article, was.article);
    }
    // Until the list is there where the reader comes back to it, what was read before is needed, and the focus has its place in it.
    const isAwaited = place !== null && !isAnswered;
    if (article !== null || !isAwaited) before.current = { article, version };
    if (!isAwaited) keepFocus();
  });
}
