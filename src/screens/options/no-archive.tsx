import { Icon } from '../shared/icon.tsx';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';

/** Said where the archive is gone without having been removed. */
export function Lost({ texts, onForget }: { texts: Texts; onForget(): void }) {
  return (
    <div class="note" data-part="lost" role="alert">
      <Icon name="warning" size={18} />
      <div>
        <h3>{texts.text('lostTitle')}</h3>
        <p>{texts.text('lost')}</p>
        <button type="button" data-action="forget-lost" onClick={onForget}>
          {texts.text('forgetLost')}
        </button>
      </div>
    </div>
  );
}

/** Said where the browser gives the page no storage. */
export function Unreachable({ detail, texts }: { detail: string; texts: Texts }) {
  return (
    <div class="note" data-part="unreachable" role="alert">
      <Icon name="lock" size={18} />
      <div>
        <h3>{texts.text('unreachableTitle')}</h3>
        <p>{texts.text('unreachable')}</p>
        <Technical detail={detail} texts={texts} />
      </div>
    </div>
  );
}
