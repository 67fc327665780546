import type { ImportChoice } from '../../archive/import/import.ts';

/** Brings a bundle of a known name up to date where they are the same, and takes nothing out. */
export const USUAL_CHOICE: ImportChoice = { destination: 'auto', mirror: false };

/** How a newer file of a bundle is imported: into it whatever its name and what they share, as the reader says that it is one. */
export const updateChoice = (name: string): ImportChoice => ({ destination: { into: name }, mirror: false });
