import { useRef, useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';

interface Props {
  texts: Texts;
  /** Words that the article shares with the item. */
  onWhy(): Promise<string[]>;
}

/** Says on demand by which words an item is related. */
export function Why({ texts, onWhy }: Props) {
  const [words, setWords] = useState<string[] | null>(null);
  const isAsked = useRef(false);
  const ask = (isOpen: boolean) => {
    if (!isOpen || isAsked.current) return;
    isAsked.current = true;
    onWhy().then(setWords, () => setWords([]));
  };
  return (
    <details class="why" onToggle={({ currentTarget }) => ask(currentTarget.open)}>
      <summary>{texts.text('sharedWords')}</summary>
      {words === null && texts.text('loading')}
      {words?.length === 0 && texts.text('noSharedWords')}
      {words && words.length > 0 && texts.text('sharedWordsAre', { words: words.join(', ') })}
    </details>
  );
}
