import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

/** Items drawn at once, and then in each idle moment. */
const PIECE = 500;
/** Beyond these an item is drawn when the reader asks for it: a page of hundreds of thousands would stand still. */
const UNASKED = 20_000;

interface Props<Item> {
  part: 'skipped' | 'remarks';
  title: string;
  items: readonly Item[];
  /** How many there are in all. */
  count: number;
  texts: Texts;
  open?: boolean;
  draw(item: Item): ComponentChild;
  /** Saves the whole list; without it there is no button. */
  onSave?: () => void;
}

/** A list of files that may be very long: it scrolls within, by keyboard too, and is drawn piece by piece. */
export function FileList<Item>({ part, title, items, count, texts, open = false, draw, onSave }: Props<Item>) {
  const [limit, setLimit] = useState(UNASKED);
  const shown = useGrowing(Math.min(items.length, limit));
  if (count === 0) return null;
  const pieces = Array.from({ length: Math.ceil(shown / PIECE) }, (_, i) => items.slice(i * PIECE, Math.min(shown, (i + 1) * PIECE)));
  const left = count - Math.min(items.length, limit);
  return (
    <details data-part={part} open={open}>
      <summary>
        {title} ({texts.number(count)})
      </summary>
      <ul {...(count > 6 && { tabIndex: 0, 'aria-label': title })}>
        {pieces.map((piece, i) => (
          <Piece key={String(i)} items={piece} draw={draw} language={texts.language} />
        ))}
      </ul>
      <div class="below">
        {left > 0 && <p class="soft">{texts.plural('andMore', left)}</p>}
        {items.length > limit && (
          <button type="button" data-action="more" onClick={() => setLimit(limit + UNASKED)}>
            {texts.text('showMore')}
          </button>
        )}
        {onSave && (
          <button type="button" data-action={`save-${part}`} onClick={onSave}>
            {texts.text('saveAsText')}
          </button>
        )}
      </div>
    </details>
  );
}

/** A number that grows to the goal by a piece in each idle moment. */
function useGrowing(goal: number): number {
  const [reached, setReached] = useState(PIECE);
  useEffect(() => {
    if (reached >= goal) return;
    const timer = setTimeout(() => setReached(reached + PIECE), 20);
    return () => clearTimeout(timer);
  }, [reached, goal]);
  return Math.min(reached, goal);
}

interface PieceProps<Item> {
  items: readonly Item[];
  draw(item: Item): ComponentChild;
  language: string;
}

/** What was drawn once stays as it is: else each new piece would compare all before it. */
function Piece<Item>({ items, draw, language }: PieceProps<Item>) {
  const size = items.length;
  // The items of a piece change in number only.
  return useMemo(
    () => (
      <>
        {items.map((item, i) => (
          <li key={String(i)}>{draw(item)}</li>
        ))}
      </>
    ),
    [size, language],
  );
}
