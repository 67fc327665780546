import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

/** A choice that is missing or broken on the disk is the usual one. */
const choice = <const Names extends readonly string[], Usual extends Names[number]>(names: Names, usual: Usual) =>
  v.optional(v.fallback(v.picklist(names), usual), usual);
const onOff = (usual: boolean) => v.optional(v.fallback(v.boolean(), usual), usual);

export const FEED_MINUTES = [15, 30, 60, 180] as const;

/** Every choice that the reader has, with the usual one. */
const SettingsSchema = v.object({
  /** The language of the interface; `auto` follows the browser. */
  language: choice(['auto', 'nl', 'en'], 'auto'),
  /** Remote pictures of archived posts: never loaded unasked, or always. */
  pictures: choice(['ask', 'always'], 'ask'),
  /** Marks beside links to archived articles, on overview pages. */
  marks: onOff(false),
  /** Counting the reader's own visits to articles. */
  visits: onOff(false),
  /** Keeping the articles that were read. */
  keepRead: onOff(false),
  /** How often the followed feeds are asked, in minutes. */
  feedMinutes: v.optional(v.fallback(v.picklist(FEED_MINUTES), 30), 30),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** The one place in `storage.local` where all choices stand. */
const NAME = 'settings';

const settingsIn = (kept: unknown): Settings => {
  const read = v.safeParse(SettingsSchema, kept ?? {});
  return read.success ? read.output : v.parse(SettingsSchema, {});
};

export const USUAL_SETTINGS: Settings = settingsIn({});

export async function readSettings(): Promise<Settings> {
  return settingsIn((await browser.storage.local.get(NAME))[NAME]);
}

/** Changes some choices; the others stay. @returns all of them as they are now */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [NAME]: settings });
  return settings;
}

/** Calls back whenever a choice changes, in whatever page. Gives a function that ends it. */
export function onSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>) => {
    const change = changes[NAME];
    if (change) changed(settingsIn(change.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
