import { useEffect, useState } from 'preact/hooks';
import { changeSettings, onSettings, readSettings } from '../../settings/settings.ts';

export interface KeepRead {
  isOn: boolean;
  change(isOn: boolean): void;
}

/** Whether what is read is kept: off until the reader says so, here or in the options. */
export function useKeepRead(): KeepRead {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    void readSettings().then(({ keepRead }) => setOn(keepRead));
    return onSettings(({ keepRead }) => setOn(keepRead));
  }, []);
  return {
    isOn,
    change(keepRead) {
      setOn(keepRead);
      void changeSettings({ keepRead });
    },
  };
}
