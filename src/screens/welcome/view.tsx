import { Switch } from '../options/controls.tsx';
import { type ImportProps, ImportSection } from '../options/import-section.tsx';
import { Allow } from '../shared/allow.tsx';
import { Header } from '../shared/header.tsx';
import { Icon } from '../shared/icon.tsx';
import type { MayRead } from '../shared/use-may-read.ts';
import type { KeepRead } from './use-keep-read.ts';
import type { Toolbar } from './use-toolbar.ts';

interface Props extends ImportProps {
  toolbar: Toolbar;
  mayRead: MayRead;
  keepRead: KeepRead;
}

/** The page of the first run: what Terugblik does and sees, and three steps to begin. */
export function WelcomeView({ texts, archive, imports, over, toolbar, mayRead, keepRead }: Props) {
  const isReady = imports.running === null && (archive.state?.bundles.length ?? 0) > 0;
  return (
    <>
      <Header texts={texts} settings="here" />
      <main class="page">
        <h1>{texts.text('welcomeTitle')}</h1>
        <p class="intro">{texts.text('welcomeIntro')}</p>
        <div class="promises">
          <Promised icon="article" title={texts.text('welcomeSees')} text={texts.text('welcomeSeesWhat')} />
          <Promised icon="lock" title={texts.text('welcomeStays')} text={texts.text('welcomeStaysWhat')} />
        </div>
        <div class="step">
          <h2>{texts.text('welcomeArchive')}</h2>
          <p class="soft">{texts.text('welcomeArchiveHow')}</p>
          <ImportSection texts={texts} imports={imports} archive={archive} over={over} />
        </div>
        <div class="step">
          <h2>{texts.text('welcomePin')}</h2>
          <p>{texts.text(toolbar.isPinned ? 'welcomePinned' : toolbar.browser === 'firefox' ? 'welcomePinFirefox' : 'welcomePinChrome')}</p>
        </div>
        <div class="step">
          <h2>{texts.text('welcomeRead')}</h2>
          <p>{texts.text('welcomeReadHow')}</p>
          {!mayRead.isAllowed && <Allow texts={texts} heading="h3" onAllow={mayRead.allow} />}
          <Switch name="keepRead" title={texts.text('keepRead')} isOn={keepRead.isOn} onChange={keepRead.change}>
            {texts.text('keepReadWhat')}
          </Switch>
          <p role="status" class="ready">
            {isReady && (
              <>
                <Icon name="done" />
                {texts.text('welcomeReady')}
              </>
            )}
          </p>
        </div>
      </main>
    </>
  );
}

function Promised({ icon, title, text }: { icon: 'article' | 'lock'; title: string; text: string }) {
  return (
    <div>
      <span class="emblem">
        <Icon name={icon} size={20} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
