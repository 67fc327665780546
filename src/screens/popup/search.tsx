import type { TargetedSubmitEvent } from 'preact';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';

/** Looks for words in the whole archive, which opens apart. */
export function Search({ texts, onSearch }: { texts: Texts; onSearch(text: string): void }) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (text) onSearch(text);
  };
  return (
    <search>
      <form class="search" onSubmit={submit}>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          aria-label={texts.text('searchArchive')}
          placeholder={texts.text('searchArchive')}
          autocomplete="off"
        />
      </form>
    </search>
  );
}
