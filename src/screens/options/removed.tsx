import { useRef } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';
import type { Removed as RemovedBundle } from './use-removals.ts';

interface Props {
  removed: readonly RemovedBundle[];
  texts: Texts;
  onUndo(name: string): void;
  /** The reader is at the buttons, or no longer. */
  onPause(isPaused: boolean): void;
}

/** What was removed just now, and can be put back for a while. Always there, so that a screen reader tells what comes in. */
export const Removed = (props: Props) => <div role="status">{props.removed.length > 0 && <List {...props} />}</div>;

function List({ removed, texts, onUndo, onPause }: Props) {
  const by = useRef({ pointer: false, keyboard: false });
  const at = (change: { pointer: boolean } | { keyboard: boolean }) => {
    Object.assign(by.current, change);
    onPause(by.current.pointer || by.current.keyboard);
  };
  return (
    <ul
      class="removed"
      data-part="removed"
      onMouseEnter={() => at({ pointer: true })}
      onMouseLeave={() => at({ pointer: false })}
      onFocusIn={() => at({ keyboard: true })}
      onFocusOut={() => at({ keyboard: false })}
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
  );
}
