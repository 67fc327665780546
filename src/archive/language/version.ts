/**
 * The version of the analyser, which every segment notes. To be raised when a text gets other stems or compounds than before: the
 * segments that earlier versions made can then be made anew.
 */
export const ANALYSIS = 2;

/** That of segments that note none. */
export const FIRST_ANALYSIS = 1;
