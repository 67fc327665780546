import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ContextArticle } from '../../article/answers.ts';
import type { Answers } from '../../messages/messages.ts';
import type { Texts } from '../shared/texts.ts';

export type KeepAnswer = Answers['keep'];

const TEXTS = {
  new: 'kept_new',
  version: 'kept_version',
  replaced: 'kept_version',
  fuller: 'kept_fuller',
  unchanged: 'kept_unchanged',
  'too-short': 'kept_too_short',
  wall: 'kept_wall',
  translated: 'kept_translated',
  'too-old': 'kept_too_old',
  private: 'kept_private',
  'no-article': 'kept_no_article',
  failed: 'kept_failed',
} as const;

interface Props {
  /** Why the page was not kept by itself, where the reader wants that. */
  notKept?: ContextArticle['notKept'];
  texts: Texts;
  onKeep(): Promise<KeepAnswer>;
}

/** Keeps the article as the page shows it now, and says what came of it; or why it was not kept by itself. What failed can be tried again. */
export function Keep({ notKept, texts, onKeep }: Props) {
  const [answer, setAnswer] = useState<KeepAnswer | 'waiting' | null>(notKept ?? null);
  const said = useRef<HTMLSpanElement>(null);
  // The button that was pressed is gone.
  useLayoutEffect(() => {
    if (answer === 'waiting') said.current?.focus();
  }, [answer]);
  const keep = () => {
    setAnswer('waiting');
    onKeep().then(setAnswer, () => setAnswer('failed'));
  };
  return (
    <div class="keep">
      {answer !== null && (
        <span ref={said} tabIndex={-1} role="status" data-part="kept">
          {texts.text(answer === 'waiting' ? 'keeping' : TEXTS[answer])}
        </span>
      )}
      {(answer === null || answer === 'failed') && (
        <button type="button" class="quiet" data-action="keep" onClick={keep}>
          {texts.text('keepNow')}
        </button>
      )}
    </div>
  );
}
