import { useRef } from 'preact/hooks';
import type { Texts } from '../shared/texts.ts';
import type { ArchiveState } from './archive-state.ts';
import { Choose } from './choose.tsx';
import { withoutHistory } from './dropped.ts';
import { FromAddress } from './from-address.tsx';
import { Interrupted } from './interrupted.tsx';
import { Lost, Unreachable } from './no-archive.tsx';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';
import { Told } from './told.tsx';
import type { Archive } from './use-archive.ts';
import type { Imports } from './use-imports.ts';
import type { Sources } from './use-sources.ts';

export interface ImportProps {
  texts: Texts;
  imports: Imports;
  archive: Pick<Archive, 'discard' | 'forgetLost'> & { state: ArchiveState | null };
  /** None where nothing is fetched, as on the first page. */
  sources?: Sources;
  /** Files hang over the page. */
  over: boolean;
}

/** Giving an archive: what is to be known before, the ways to choose, the running import, and how the last one ended. */
export function ImportSection({ texts, imports, archive, sources, over }: ImportProps) {
  const { running, origin } = imports;
  // What was kept is renewed where the bundles stand.
  const ended = origin === 'kept' ? [] : imports.ended;
  const { state } = archive;
  const heading = useRef<HTMLHeadingElement>(null);
  const isGone = useGone(state);
  /** The button that was pressed is gone with its notice. */
  const focusAfter = async (work: Promise<void>) => {
    await work;
    heading.current?.focus();
  };
  // Without storage nothing can come in.
  const isBusy = running !== null || Boolean(state?.failure);
  const interrupted = running ? [] : (state?.interrupted ?? []);
  return (
    <section>
      <h2 class="label" ref={heading} tabIndex={-1}>
        {texts.text('import')}
      </h2>
      {state?.failure && <Unreachable detail={state.failure} texts={texts} />}
      {state?.isLost && !running && <Lost texts={texts} onForget={() => void focusAfter(archive.forgetLost())} />}
      {interrupted.length > 0 && (
        <Interrupted imports={interrupted} texts={texts} onDiscard={(identity) => void focusAfter(archive.discard(identity))} />
      )}
      <Choose
        texts={texts}
        busy={isBusy}
        over={over}
        onFiles={(files) => files.length > 0 && imports.start(Promise.resolve(files))}
        onFolder={(files) => imports.start(Promise.resolve(withoutHistory(files)))}
        onSample={imports.startSample}
      />
      {sources && <FromAddress sources={sources} texts={texts} busy={isBusy} />}
      {running && origin !== 'kept' && <Progress state={running} origin={origin} texts={texts} onCancel={imports.cancel} />}
      {!running && ended.length > 0 && (
        <Told>
          {ended.map((one, i) => (
            <Report
              key={String(i)}
              ended={one}
              isGone={isGone(one.state.report.bundle)}
              texts={texts}
              onOffer={(offer) => imports.again(one, offer)}
            />
          ))}
        </Told>
      )}
    </section>
  );
}

/** Tells whether a bundle was there and is no more. One that just came in may not have been listed yet. */
function useGone(state: ArchiveState | null): (bundle: string) => boolean {
  const seen = useRef(new Set<string>());
  const there = new Set(state?.bundles.map(({ name }) => name));
  for (const name of there) seen.current.add(name);
  return (bundle) => seen.current.has(bundle) && !there.has(bundle);
}
