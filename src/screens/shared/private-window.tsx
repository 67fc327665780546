import { useState } from 'preact/hooks';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import type { Texts } from './texts.ts';

/** What every page of ours shows in a private window of Firefox, which gives it no storage. */
export function PrivateWindow({ texts, onOpen }: { texts: Texts; onOpen(): Promise<boolean> }) {
  const [isAlways, setAlways] = useState(false);
  return (
    <>
      <Header texts={texts} />
      <main class="page" data-state="ready">
        <Notice icon="lock" title={texts.text('privateTitle')}>
          <p role="status">{texts.text(isAlways ? 'privateAlways' : 'privateWindow')}</p>
          {!isAlways && (
            <button type="button" class="primary" data-action="open-ordinary" onClick={() => void onOpen().then((is) => setAlways(!is))}>
              {texts.text('openOrdinary')}
            </button>
          )}
        </Notice>
      </main>
    </>
  );
}
