import type { Kept } from '../../article/answers.ts';

const CAME_IN: readonly string[] = ['new', 'version', 'replaced', 'fuller'] satisfies Kept[];

/** Whether a text came into the archive, by what became of it. */
export const cameIn = (kept: string): boolean => CAME_IN.includes(kept);
