import { type Settings, USUAL_SETTINGS } from '../../settings/choices.ts';
import { changeSettings, onSettings, readSettings } from '../../settings/settings.ts';
import { useFollowed } from '../shared/use-followed.ts';

export interface KeepRead {
  isOn: boolean;
  change(isOn: boolean): void;
}

/** Whether what is read is kept: off until the reader says so, here or in the options. */
export function useKeepRead(): KeepRead {
  const [settings, setSettings] = useFollowed<Pick<Settings, 'keepRead'>>(USUAL_SETTINGS, readSettings, onSettings);
  return {
    isOn: settings.keepRead,
    change(keepRead) {
      setSettings({ keepRead });
      void changeSettings({ keepRead });
    },
  };
}
