import type { Texts } from '../shared/texts.ts';
import type { Removed as RemovedBundle } from './use-archive.ts';

interface Props {
  removed: readonly RemovedBundle[];
  texts: Texts;
  onUndo(name: string): void;
  /** The reader is at the buttons, or no longer. */
  onPause(isPaused: boolean): void;
}

/** What was removed just now, and can be put back for a while. Always there, so that a screen reader tells what comes in. */
export function Removed({ removed, texts, onUndo, onPause }: Props) {
  return (
    <div role="status">
      {removed.length > 0 && (
        <ul
          class="removed"
          data-part="removed"
          onMouseEnter={() => onPause(true)}
          onMouseLeave={() => onPause(false)}
          onFocusIn={() => onPause(true)}
          onFocusOut={() => onPause(false)}
        >
          {removed.map(({ name, isUndoable }) => (
            <li key={name}>
              <span>{texts.text(isUndoable ? 'removed' : 'removedForGood', { name })}</span>
              {isUndoable && (
                <button type="button" data-action="undo" aria-label={texts.text('undoNamed', { name })} onClick={() => onUndo(name)}>
                  {texts.text('undo')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
