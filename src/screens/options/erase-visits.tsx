import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

interface Props {
  hasVisits: boolean;
  texts: Texts;
  onErase(): Promise<void>;
}

/** Forgets the reader's own visits, where there are any, and says so until there are some again. */
export function EraseVisits({ hasVisits, texts, onErase }: Props) {
  const [isErased, setErased] = useState(false);
  const said = useRef<HTMLSpanElement>(null);
  const isSaid = isErased && !hasVisits;
  // The button that was pressed is gone.
  useLayoutEffect(() => {
    if (isSaid) said.current?.focus();
  }, [isSaid]);
  const erase = async () => {
    await onErase();
    setErased(true);
  };
  return (
    <div class="under-choice">
      {hasVisits && (
        <button type="button" data-action="erase-visits" onClick={() => void erase()}>
          {texts.text('eraseVisits')}
        </button>
      )}
      <span class="soft" role="status" ref={said} tabIndex={-1}>
        {isSaid && texts.text('visitsErased')}
      </span>
    </div>
  );
}
