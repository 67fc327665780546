/** Where a text of a bundle belongs. */
export interface Place {
  /** The path of its post, in one form whatever the file was chosen as or made on. */
  path: string;
  /** How many texts that post got after this one, as an export counts them; 0 of the text that it has now. */
  earlier: number;
}

const FOLDER = 'earlier/';

/**
 * The place of a file of a bundle. Out of the folders `earlier/1`, `earlier/2` that an export makes it goes back to its post's path;
 * folders within each other are of exports by versions that did not, and count together. A loose file stands under `_posts`, as in an
 * export; letters with accents, which macOS takes apart, are one character each.
 * @param path below the bundle's root folder
 */
export function placeOf(path: string): Place {
  let rest = path;
  let earlier = 0;
  while (rest.startsWith(FOLDER)) {
    const number = /^[1-9]\d{0,5}(?=\/)/.exec(rest.slice(FOLDER.length))?.[0];
    if (number === undefined) break;
    earlier += Number(number);
    rest = rest.slice(FOLDER.length + number.length + 1);
  }
  const composed = isAscii(rest) ? rest : rest.normalize('NFC');
  return { path: composed.includes('/') ? composed : `_posts/${composed}`, earlier };
}

/** How many texts came after that of a file. */
export const earlierOf = (path: string): number => (path.startsWith(FOLDER) ? placeOf(path).earlier : 0);

/** Where an export puts a text: the other way round. */
export const earlierPath = ({ path, earlier }: Place): string => (earlier === 0 ? path : `${FOLDER}${earlier}/${path}`);

/** Whether a path may be that of an earlier text, told before the root folder is known. */
export const mayBeEarlier = (path: string): boolean => path.startsWith(FOLDER) || path.includes(`/${FOLDER}`);

/** The forms in which an archive may have a place's path: its own, and those that versions before this one gave it. */
export function storedForms(path: string): string[] {
  const bare = path.startsWith('_posts/') ? path.slice('_posts/'.length) : null;
  const forms = bare === null || bare.includes('/') ? [path] : [path, bare];
  return isAscii(path) ? forms : [...forms, ...forms.map((form) => form.normalize('NFD'))];
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);
