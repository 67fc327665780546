import type { ImportEnd } from '../../archive/import/progress.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { Progress } from './progress.tsx';
import { Told } from './told.tsx';
import type { Imports } from './use-imports.ts';
import { WhyFailed } from './why-failed.tsx';

interface Props {
  isDue: boolean;
  imports: Pick<Imports, 'running' | 'origin' | 'ended' | 'renew' | 'cancel'>;
  texts: Texts;
}

/** Says that search could find more in the archive, renews it, and says what that came to. */
export function Renewal({ isDue, imports: { running, origin, ended, renew, cancel }, texts }: Props) {
  const isHere = origin === 'kept';
  if (running && isHere) return <Progress state={running} origin={origin} texts={texts} onCancel={cancel} />;
  return (
    <>
      {isDue && (
        <div class="note" data-part="outdated">
          <Icon name="search" size={18} />
          <div>
            <h3>{texts.text('outdatedTitle')}</h3>
            <p>{texts.text('outdated')}</p>
            <button type="button" data-action="renew" disabled={running !== null} onClick={renew}>
              {texts.text('renew')}
            </button>
          </div>
        </div>
      )}
      {isHere && ended[0] && (
        <Told>
          <Renewed state={ended[0].state} texts={texts} />
        </Told>
      )}
    </>
  );
}

function Renewed({ state, texts }: { state: ImportEnd; texts: Texts }) {
  const { phase, report } = state;
  return (
    <div class="report card" data-part="renewed" data-state={phase}>
      <h3>
        <Icon name={phase === 'done' ? 'done' : 'warning'} size={18} />
        {phase === 'done'
          ? texts.plural('renewed', report.counts.posts)
          : texts.text(phase === 'failed' ? 'renewFailed' : 'renewCancelled')}
      </h3>
      {phase === 'failed' && <WhyFailed {...state} texts={texts} />}
    </div>
  );
}
