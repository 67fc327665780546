import { type Settings, USUAL_SETTINGS } from '../../settings/choices.ts';
import { changeSettings, onSettings, readSettings } from '../../settings/settings.ts';
import { useFollowed } from '../shared/use-followed.ts';

/** The reader's choices, followed wherever they are changed. */
export function useSettings(): { settings: Settings; change(change: Partial<Settings>): void } {
  const [settings, setSettings] = useFollowed(USUAL_SETTINGS, readSettings, onSettings);
  const change = (one: Partial<Settings>) => {
    // Shown before it is on the disk, as a click is expected to.
    setSettings((others) => ({ ...others, ...one }));
    void changeSettings(one);
  };
  return { settings, change };
}
