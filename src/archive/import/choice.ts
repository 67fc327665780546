/** Where a bundle's posts go: as its name and the paths that it shares say, against that, or into the bundle of a name. */
export type DestinationChoice = 'auto' | 'update' | 'apart' | { into: string };

/** What the reader decides about an import. */
export interface ImportChoice {
  destination: DestinationChoice;
  /** Takes out the posts of the bundle that its new copy no longer has. */
  mirror: boolean;
}

/** Updates a bundle of a known name where both are the same archive, and takes nothing out. */
export const USUAL_CHOICE: ImportChoice = { destination: 'auto', mirror: false };

/** How a newer file of a bundle is imported: into that bundle, whatever the file's name and what they share, as the reader says that it is one. */
export const updateChoice = (name: string): ImportChoice => ({ destination: { into: name }, mirror: false });
