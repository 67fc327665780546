import { useRef } from 'preact/hooks';
import { OWN_BUNDLE } from '../../article/own-bundle.ts';
import type { Settings } from '../../settings/choices.ts';
import type { OwnArchiveNotes } from '../../settings/own-archive.ts';
import { Allow } from '../shared/allow.tsx';
import { Header } from '../shared/header.tsx';
import { PageLinks } from '../shared/page-links.tsx';
import type { Texts } from '../shared/texts.ts';
import type { MayRead } from '../shared/use-may-read.ts';
import { Bundles } from './bundles.tsx';
import { ImportSection } from './import-section.tsx';
import { OwnArchive } from './own-archive.tsx';
import { Preferences } from './preferences.tsx';
import { Space } from './space.tsx';
import type { Archive } from './use-archive.ts';
import type { Exports } from './use-exports.ts';
import type { Feeds } from './use-feeds.ts';
import type { Imports } from './use-imports.ts';
import type { Sources } from './use-sources.ts';

interface Props {
  texts: Texts;
  archive: Archive;
  imports: Imports;
  exports: Exports;
  sources: Sources;
  feeds: Feeds;
  notes: OwnArchiveNotes;
  settings: Settings;
  mayRead: MayRead;
  over: boolean;
  onSettings(change: Partial<Settings>): void;
  onEraseVisits(): Promise<void>;
}

/** The options page in every state: importing, the bundles that are there, their space, and the reader's choices. */
export function OptionsView({
  texts,
  archive,
  imports,
  exports,
  sources,
  feeds,
  notes,
  settings,
  mayRead,
  over,
  onSettings,
  onEraseVisits,
}: Props) {
  const list = useRef<HTMLHeadingElement>(null);
  const { space, bundles = [], interrupted = [], hasVisits = false } = archive.state ?? {};
  // What an interrupted import has written counts among neither.
  const stored = interrupted.length > 0 ? Number.POSITIVE_INFINITY : bundles.reduce((sum, bundle) => sum + bundle.bytes, 0);
  const erase = async () => {
    await archive.remove(OWN_BUNDLE);
    // The button is gone, and the way back stands with the bundles, further up.
    list.current?.focus({ preventScroll: true });
    document.querySelector('[data-part="removed"]')?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <Header texts={texts}>
        <PageLinks here={null} texts={texts} />
      </Header>
      <main class="page">
        <h1>{texts.text('settings')}</h1>
        <p class="intro">{texts.text('optionsIntro')}</p>
        {!mayRead.isAllowed && (
          <section>
            <Allow texts={texts} heading="h2" onAllow={mayRead.allow} />
          </section>
        )}
        <ImportSection texts={texts} imports={imports} sources={sources} archive={archive} over={over} />
        <Bundles archive={archive} exports={exports} sources={sources} texts={texts} imports={imports} heading={list} />
        {space && <Space space={space} stored={stored} texts={texts} onProtect={archive.protect} />}
        <Preferences settings={settings} texts={texts} onChange={onSettings} hasVisits={hasVisits} onEraseVisits={onEraseVisits}>
          <OwnArchive
            settings={settings}
            feeds={feeds}
            notes={notes}
            space={space ?? null}
            texts={texts}
            onChange={onSettings}
            onErase={bundles.some(({ name }) => name === OWN_BUNDLE) ? erase : null}
          />
        </Preferences>
        <p class="soft stored">{texts.text('stored')}</p>
      </main>
    </>
  );
}
