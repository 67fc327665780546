import * as v from 'valibot';
import { LANGUAGES, type Language } from './language.ts';

/** A choice that is missing or broken on the disk is the usual one. */
const choice = <const Names extends readonly string[], Usual extends Names[number]>(names: Names, usual: Usual) =>
  v.optional(v.fallback(v.picklist(names), usual), usual);
const onOff = (usual: boolean) => v.optional(v.fallback(v.boolean(), usual), usual);

export const FEED_MINUTES = [15, 30, 60, 180] as const;

/** How old or how large the reader's own archive may become. */
export const OWN_LIMITS = ['none', '1-year', '2-years', '5-years', '100-mb', '500-mb', '2000-mb'] as const;

/** Every choice that the reader has, with the usual one. */
const SettingsSchema = v.object({
  /** The language of the interface; `auto` follows the browser. */
  language: choice(['auto', ...(Object.keys(LANGUAGES) as Language[])], 'auto'),
  /** Remote pictures of archived posts: never loaded unasked, or always. */
  pictures: choice(['ask', 'always'], 'ask'),
  /** Marks beside links to archived articles, on overview pages. */
  marks: onOff(false),
  /** Counting the reader's own visits to articles. */
  visits: onOff(false),
  /** Keeping the articles that were read. */
  keepRead: onOff(false),
  /** What of the own archive is kept when it grows; else the oldest posts leave. */
  ownLimit: choice(OWN_LIMITS, 'none'),
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
