import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ImportState } from '../../archive/import/progress.ts';
import type { Texts } from '../shared/texts.ts';
import type { Origin } from './use-imports.ts';

interface Props {
  state: ImportState;
  origin: Origin;
  texts: Texts;
  onCancel(): void;
}

/** A running import or renewal: how far, how fast, how long still. */
export function Progress({ state, origin, texts, onCancel }: Props) {
  const total = 'total' in state ? state.total : 1;
  const done = 'total' in state ? state.done : 0;
  const bar = useRef<HTMLDivElement>(null);
  // The button that began the import is disabled now and loses the focus. Not to the cancel button: a held Enter would press it.
  useLayoutEffect(() => bar.current?.focus({ preventScroll: true }), []);
  return (
    <div class="progress card">
      <div
        ref={bar}
        role="progressbar"
        tabIndex={-1}
        aria-label={texts.text(origin === 'kept' ? 'renew' : 'import')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={progressText(state, texts)}
      >
        <progress {...('total' in state ? { max: total, value: done } : {})} aria-hidden="true" />
      </div>
      <div class="beside">
        <p class="soft">{progressText(state, texts)}</p>
        <button type="button" data-action="cancel" onClick={onCancel}>
          {texts.text('cancel')}
        </button>
      </div>
      {state.phase === 'reading' && <p class="soft while">{texts.text(origin === 'chosen' ? 'mayClose' : 'staysOpen')}</p>}
    </div>
  );
}

function progressText(state: ImportState, texts: Texts): string {
  if (state.phase === 'waiting' || state.phase === 'opening' || state.phase === 'finishing') return texts.text(state.phase);
  if (state.phase !== 'reading') return '';
  const parts = [texts.text('progress', { done: texts.number(state.done), total: texts.number(state.total) })];
  if (state.perSecond !== null) parts.push(texts.text('speed', { count: texts.number(Math.round(state.perSecond)) }));
  if (state.secondsLeft !== null) parts.push(texts.text('timeLeft', { seconds: texts.number(Math.ceil(state.secondsLeft)) }));
  return parts.join(' · ');
}
