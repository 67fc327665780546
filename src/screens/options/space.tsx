import { useState } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import type { StorageSpace } from './archive-state.ts';
import { sizeText } from './size.ts';

/** Browsers write removals down first and give the space back when they tidy their files: less than this is not worth a word. */
const WORTH_SAYING = 5_000_000;

interface Props {
  space: StorageSpace;
  /** Bytes that the bundles take. */
  stored: number;
  texts: Texts;
  onProtect(): Promise<boolean>;
}

/** Space that is used and left, and whether the browser keeps the archive when the disk fills up. */
export function Space({ space: { used, available, isSafe }, stored, texts, onProtect }: Props) {
  const [isRefused, setRefused] = useState(false);
  const left = used - stored;
  return (
    <section data-part="space">
      <h2 class="label">{texts.text('spaceTitle')}</h2>
      <p>
        {texts.text('spaceUsed', { used: sizeText(used, texts.language), available: sizeText(available, texts.language) })}
        {left > WORTH_SAYING && left > used / 2 && ` ${texts.text('spaceLater', { size: sizeText(left, texts.language) })}`}
      </p>
      <p class="safe" role="status" data-safe={isSafe}>
        <Icon name={isSafe ? 'done' : 'warning'} />
        {texts.text(isSafe ? 'spaceSafe' : isRefused ? 'protectRefused' : 'spaceUnsafe')}
      </p>
      {!isSafe && (
        <button type="button" data-action="protect" onClick={() => void onProtect().then((isPromised) => setRefused(!isPromised))}>
          {texts.text('protect')}
        </button>
      )}
    </section>
  );
}
