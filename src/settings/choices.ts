import * as v from 'valibot';
import { LANGUAGES, type Language } from './language.ts';
import { onOff } from './shapes.ts';

export const FEED_MINUTES = [15, 30, 60, 180] as const;

/** How old or how large the reader's own archive may become. */
export const OWN_LIMITS = ['none', '1-year', '2-years', '5-years', '100-mb', '500-mb', '2000-mb'] as const;

/** Every choice that the reader has, with the usual one. */
const ChoicesSchema = v.object({
  /** The language of the interface; `auto` follows the browser. */
  language: v.fallback(v.picklist(['auto', ...(Object.keys(LANGUAGES) as Language[])]), 'auto'),
  /** Remote pictures of archived posts: never loaded unasked, or always. */
  pictures: v.fallback(v.picklist(['ask', 'always']), 'ask'),
  /** Marks beside links to archived articles, on overview pages. */
  marks: onOff(false),
  /** Counting the reader's own visits to articles. */
  visits: onOff(false),
  /** Keeping the articles that were read. */
  keepRead: onOff(false),
  /** What of the own archive is kept when it grows; else the oldest posts leave. */
  ownLimit: v.fallback(v.picklist(OWN_LIMITS), 'none'),
  /** How often the followed feeds are asked, in minutes. */
  feedMinutes: v.fallback(v.picklist(FEED_MINUTES), 30),
});

export type Settings = v.InferOutput<typeof ChoicesSchema>;

export const USUAL_SETTINGS: Settings = v.parse(ChoicesSchema, {});

export const SettingsSchema = v.fallback(ChoicesSchema, USUAL_SETTINGS);
