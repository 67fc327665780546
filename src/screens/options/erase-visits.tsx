import { useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

/** Forgets the reader's own visits, and says so. */
export function EraseVisits({ texts, onErase }: { texts: Texts; onErase(): Promise<void> }) {
  const [isErased, setErased] = useState(false);
  const erase = async () => {
    await onErase();
    setErased(true);
  };
  return (
    <div class="under-choice">
      <button type="button" data-action="erase-visits" onClick={() => void erase()}>
        {texts.text('eraseVisits')}
      </button>
      <span class="soft" role="status">
        {isErased && texts.text('visitsErased')}
      </span>
    </div>
  );
}
