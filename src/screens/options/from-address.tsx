import { useState } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';
import { sizeText } from './size.ts';
import { underscored } from './underscored.ts';
import type { Sources } from './use-sources.ts';

/** Fetching an archive from its address, how far that is, and why it did not come. */
export function FromAddress({ sources, texts, busy }: { sources: Sources; texts: Texts; busy: boolean }) {
  const [address, setAddress] = useState('');
  const { fetching, failed } = sources;
  return (
    <form
      class="by-address"
      onSubmit={(event) => {
        event.preventDefault();
        sources.fetch(address, null);
      }}
    >
      <label>
        {texts.text('sourceAddress')}
        <input
          type="url"
          name="source"
          required
          pattern="https://.+"
          placeholder="https://github.com/…"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <button type="submit" data-action="fetch" disabled={busy || fetching !== null}>
        {texts.text('sourceFetch')}
      </button>
      {fetching && (
        <div class="beside" role="status">
          <span class="soft">{texts.text('sourceFetching', { host: new URL(fetching.address).host, size: sizes(fetching, texts) })}</span>
          <button type="button" data-action="cancel-fetch" onClick={sources.cancel}>
            {texts.text('cancel')}
          </button>
        </div>
      )}
      {failed?.bundle === null && (
        <p class="warning" role="alert">
          {texts.text(`source_${underscored(failed.problem)}`, { host: new URL(failed.address).host })}
        </p>
      )}
    </form>
  );
}

function sizes({ bytes, total }: { bytes: number; total: number | null }, texts: Texts): string {
  const done = sizeText(bytes, texts.language);
  return total === null ? done : `${done} / ${sizeText(total, texts.language)}`;
}
