import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

/** What stands under a name in `storage.local`. */
export interface Stored<Value> {
  read(): Promise<Value>;
  /**
   * One change after the other, over all pages and the background: of two at once, that of the reader and that of a feed that
   * came in, one would be lost.
   * @returns what stands there now
   */
  change(change: (value: Value) => Value): Promise<Value>;
  /** Calls back whenever it changes, in whatever page. Gives a function that ends it. */
  follow(changed: (value: Value, before: Value) => void): () => void;
}

/** @param schema of whatever stands there: it has a fallback */
export function stored<Value>(name: string, schema: v.GenericSchema<unknown, Value>): Stored<Value> {
  const read = async () => v.parse(schema, (await browser.storage.local.get(name))[name]);
  return {
    read,
    change: (change) =>
      navigator.locks.request(`terugblik-stored-${name}`, async () => {
        const value = change(await read());
        await browser.storage.local.set({ [name]: value });
        return value;
      }),
    follow(changed) {
      const listener = (changes: Record<string, Storage.StorageChange>) => {
        const { [name]: change } = changes;
        if (change) changed(v.parse(schema, change.newValue), v.parse(schema, change.oldValue));
      };
      browser.storage.local.onChanged.addListener(listener);
      return () => browser.storage.local.onChanged.removeListener(listener);
    },
  };
}
