import type { ImportChoice } from '../../archive/import/import.ts';

/** Brings a bundle of a known name up to date where they are the same, and takes nothing out. */
export const USUAL_CHOICE: ImportChoice = { destination: 'auto', mirror: false };

const familyOf = (name: string) => name.replace(/ \(\d+\)$/, '');

/**
 * How a newer file of a bundle is imported: into it whatever they share, as the reader says that it is one. Of several
 * bundles of the name (`krant`, `krant (2)`) the shared posts tell which is meant.
 */
export function updateChoice(name: string, bundles: readonly { name: string }[]): ImportChoice {
  const isAlone = bundles.filter((one) => familyOf(one.name) === familyOf(name)).length <= 1;
  return isAlone ? { destination: 'update', mirror: false } : USUAL_CHOICE;
}
