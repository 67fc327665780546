import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import type { InterruptedImport } from './archive-state.ts';

interface Props {
  imports: readonly InterruptedImport[];
  texts: Texts;
  onDiscard(identity: string): void;
}

/** Imports that were interrupted: how far each came, and how it goes on. */
export function Interrupted({ imports, texts, onDiscard }: Props) {
  return (
    <ul data-part="interrupted">
      {imports.map(({ identity, bundle, entries, total, started, goesOn }) => (
        <li key={identity} class="note">
          <Icon name="warning" size={18} />
          <div>
            <h3>{texts.text('interruptedTitle', { name: bundle })}</h3>
            <p>
              {texts.text(goesOn ? 'interruptedHow' : 'interruptedAnew', {
                done: texts.number(entries),
                total: texts.number(total),
                when: texts.dayAndTime(started),
              })}
            </p>
            <button
              type="button"
              data-action="discard"
              aria-label={texts.text('discardNamed', { name: bundle })}
              onClick={() => onDiscard(identity)}
            >
              {texts.text('discard')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
