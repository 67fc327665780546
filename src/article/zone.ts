/** Whose clocks dates are told by, wherever the browser is: those of the archive's readers, in the Netherlands. */
export const ZONE = 'Europe/Amsterdam';
