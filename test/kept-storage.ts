/** What the played `storage.local` holds, by name. */
export const kept: Record<string, unknown> = {};

/** Whether the reader lets hosts be asked. */
export const allowed = { now: true };

/** In place of `webextension-polyfill`: all of a browser that is needed where only what is kept matters. */
export const playedBrowser = {
  runtime: { sendMessage: async () => null },
  permissions: { contains: async () => allowed.now },
  storage: {
    local: {
      get: async (name: string) => ({ [name]: kept[name] }),
      set: async (values: Record<string, unknown>) => void Object.assign(kept, structuredClone(values)),
    },
  },
};
