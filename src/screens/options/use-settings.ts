import messages from 'virtual:messages';
import { useEffect, useState } from 'preact/hooks';
import { type Settings, USUAL_SETTINGS } from '../../settings/choices.ts';
import { changeSettings, onSettings, readSettings } from '../../settings/settings.ts';
import { pageTexts } from '../shared/page-texts.ts';
import type { Texts } from '../shared/texts.ts';

/** The reader's choices, followed wherever they are changed, and the texts in the language of the moment. */
export function useSettings(atFirst: Texts): { texts: Texts; settings: Settings; change(change: Partial<Settings>): void } {
  const [texts, setTexts] = useState(atFirst);
  const [settings, setSettings] = useState(USUAL_SETTINGS);
  useEffect(() => {
    void readSettings().then(setSettings);
    return onSettings((changed) => {
      setSettings(changed);
      void pageTexts(messages).then(setTexts);
    });
  }, []);
  useEffect(() => {
    document.title = `${texts.text('settings')} · Terugblik`;
  }, [texts]);
  const change = (one: Partial<Settings>) => {
    // Shown before it is on the disk, as a click is expected to.
    setSettings((others) => ({ ...others, ...one }));
    void changeSettings(one);
  };
  return { texts, settings, change };
}
