import * as v from 'valibot';

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

/** All choices, as far as what was kept can be read; else the usual ones. */
export const settingsIn = (kept: unknown): Settings => {
  const read = v.safeParse(SettingsSchema, kept ?? {});
  return read.success ? read.output : v.parse(SettingsSchema, {});
};

export const USUAL_SETTINGS: Settings = settingsIn({});
