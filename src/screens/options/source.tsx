import type { BundleSource } from '../../settings/sources.ts';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { Switch } from './controls.tsx';
import { underscored } from './underscored.ts';
import type { Sources } from './use-sources.ts';

/** Where a bundle comes from: fetching what is new there, now or every day. */
export function Source({ source, sources, texts, busy }: { source: BundleSource; sources: Sources; texts: Texts; busy: boolean }) {
  const { bundle, address, isDaily, worked, problem } = source;
  const { host } = new URL(address);
  // What the reader has just asked for tells more than what was noted before.
  const why = sources.failed?.bundle === bundle ? sources.failed.problem : problem?.name;
  return (
    <div class="source" data-part="source">
      <p class="soft">
        {texts.text('sourceOf', { host })} {worked !== null && texts.text('sourceWorked', { when: texts.dayAndTime(worked) })}
      </p>
      {why && (
        <p class="warning" role="alert">
          {texts.text(`source_${underscored(why)}`, { host })}
        </p>
      )}
      {why === 'failed' && <Technical detail={problem?.detail ?? ''} texts={texts} />}
      <Switch name="daily" title={texts.text('sourceDaily')} isOn={isDaily} onChange={(isOn) => sources.setDaily(bundle, isOn)}>
        {texts.text('sourceDailyWhat', { host })}
      </Switch>
      <div class="actions">
        <button
          type="button"
          data-action="fetch-newer"
          disabled={busy || sources.fetching !== null}
          aria-label={texts.text('sourceNewerNamed', { name: bundle, host })}
          onClick={() => sources.fetch(address, bundle)}
        >
          {texts.text('sourceNewer')}
        </button>
        <button type="button" data-action="forget-source" onClick={() => void sources.forget(bundle)}>
          {texts.text('sourceForget')}
        </button>
      </div>
    </div>
  );
}
