import type { RefObject } from 'preact';
import { updateChoice } from '../../archive/import/choice.ts';
import type { Texts } from '../shared/texts.ts';
import { Bundle } from './bundle.tsx';
import { Removed } from './removed.tsx';
import { Renewal } from './renewal.tsx';
import type { Archive } from './use-archive.ts';
import type { Exports } from './use-exports.ts';
import type { Imports } from './use-imports.ts';
import type { Sources } from './use-sources.ts';

interface Props {
  archive: Pick<Archive, 'state' | 'removed' | 'remove' | 'undo' | 'pause' | 'overrule'>;
  exports: Exports;
  sources: Sources;
  texts: Texts;
  imports: Imports;
  /** Takes the focus of a button that is gone. */
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The bundles of the archive, and those that were removed just now. */
export function Bundles({ archive, exports, sources, texts, imports, heading }: Props) {
  /** The button that was pressed is gone with its bundle or notice. */
  const focusAfter = async (work: Promise<void>) => {
    await work;
    heading.current?.focus();
  };
  const bundles = archive.state?.bundles;
  return (
    <section>
      <h2 class="label" ref={heading} tabIndex={-1}>
        {texts.text('bundles')}
      </h2>
      <Removed removed={archive.removed} texts={texts} onUndo={(name) => void focusAfter(archive.undo(name))} onPause={archive.pause} />
      <Renewal isDue={archive.state?.isOutdated ?? false} imports={imports} texts={texts} />
      {bundles?.length === 0 && <p class="soft">{texts.text('noBundles')}</p>}
      <ul data-part="bundles">
        {(bundles ?? []).map((bundle) => (
          <Bundle
            key={bundle.name}
            bundle={bundle}
            texts={texts}
            busy={imports.running !== null}
            exports={exports}
            sources={{ ...sources, forget: (name) => focusAfter(sources.forget(name)) }}
            onUpdate={(files) => void imports.start(Promise.resolve(files), updateChoice(bundle.name))}
            onOverrule={(meaning) => void archive.overrule(bundle.name, meaning)}
            onRemove={() => void focusAfter(archive.remove(bundle.name))}
          />
        ))}
      </ul>
    </section>
  );
}
