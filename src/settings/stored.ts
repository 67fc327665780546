import browser, { type Storage } from 'webextension-polyfill';

/**
 * Changes what stands under a name in `storage.local`. One change after the other, over all pages and the background: of two
 * at once, that of the reader and that of a feed that came in, one would be lost.
 */
export const changeStored = <Value>(name: string, change: (value: Value | undefined) => Value): Promise<Value> =>
  navigator.locks.request(`terugblik-stored-${name}`, async () => {
    const value = change((await browser.storage.local.get(name))[name] as Value | undefined);
    await browser.storage.local.set({ [name]: value });
    return value;
  });

/** Calls back whenever what stands under a name changes, in whatever page. Gives a function that ends it. */
export function onStored<Value>(name: string, changed: (value: Value | undefined) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>) => {
    if (changes[name]) changed(changes[name].newValue as Value | undefined);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
