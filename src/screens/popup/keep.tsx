import { useState } from 'preact/hooks';
import type { Kept } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';

export type KeepAnswer = Kept | 'no-article' | 'failed';

const TEXTS = {
  new: 'kept_new',
  version: 'kept_version',
  replaced: 'kept_version',
  unchanged: 'kept_unchanged',
  'too-short': 'kept_too_short',
  'no-article': 'kept_no_article',
  failed: 'kept_failed',
} as const;

/** Keeps the article as the page shows it now, and says what came of it. */
export function Keep({ texts, onKeep }: { texts: Texts; onKeep(): Promise<KeepAnswer> }) {
  const [answer, setAnswer] = useState<KeepAnswer | 'waiting' | null>(null);
  if (answer === null) {
    const keep = () => {
      setAnswer('waiting');
      onKeep().then(setAnswer, () => setAnswer('failed'));
    };
    return (
      <button type="button" class="quiet" data-action="keep" onClick={keep}>
        {texts.text('keepNow')}
      </button>
    );
  }
  return (
    <span role="status" data-part="kept">
      {answer === 'waiting' ? texts.text('loading') : texts.text(TEXTS[answer])}
    </span>
  );
}
