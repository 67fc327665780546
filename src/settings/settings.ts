import { type Settings, SettingsSchema } from './choices.ts';
import { stored } from './stored.ts';

/** The one place where all choices stand. */
const settings = stored('settings', SettingsSchema);

export const readSettings = settings.read;

/** Changes some choices; the others stay. @returns all of them as they are now */
export const changeSettings = (change: Partial<Settings>): Promise<Settings> => settings.change((kept) => ({ ...kept, ...change }));

export const onSettings = settings.follow;
