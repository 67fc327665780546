import type { SkipReason } from './unreadable-post.ts';

export const LOOSE_BUNDLE = 'Losse artikelen';

/** No file system allows a longer path, so one was made up. */
const LONGEST_PATH = 1024;

/** Folders that Jekyll itself passes over: hidden ones, and those of libraries, which bring examples of posts. */
const PASSED_OVER = /(?:^|\/)(?:\.(?!\.\/)|node_modules\/|vendor\/(?:bundle|cache|gems|ruby)\/)/;

/** Whether a path of a bundle should be a post: it stands under a `_posts` folder and is no file of a system or copy of an editor. */
export function isPostPath(path: string): boolean {
  if (!path.startsWith('_posts/') && !path.includes('/_posts/')) return false;
  if (PASSED_OVER.test(path)) return false;
  return !isLitter(path) && !/(?:~|\.(?:bak|orig|swp|tmp))$/i.test(path);
}

/** Whether a file is what a system leaves beside the files of people. */
function isLitter(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    name.startsWith('.') ||
    name === 'Thumbs.db' ||
    name === 'desktop.ini' ||
    (path.includes('__MACOSX/') && /(?:^|\/)__MACOSX\//.test(path))
  );
}

/** A path without the `.` and empty parts that some archivers write; a leading `/` and `..` stay, for `nameProblem` to see. */
export function tidyPath(path: string): string {
  if (!path.includes('./') && !path.includes('//')) return path;
  const parts = path.split('/');
  return parts.filter((part, i) => (part !== '' || i === 0 || i === parts.length - 1) && part !== '.').join('/');
}

/** Why a path can't name a post: it leaves the bundle, or no file could have it. Null if nothing is wrong. */
export function nameProblem(path: string): SkipReason | null {
  if (path.length > LONGEST_PATH) return 'long-name';
  const leaves = path === '' || path.startsWith('/') || (path.includes('..') && path.split('/').includes('..'));
  return leaves || /^[A-Za-z]:|[^\P{Cc}\u0080-\u009f]/u.test(path) ? 'bad-name' : null;
}

/** A path as it is reported: cut where it is longer than any that is real. */
export const shownPath = (path: string): string => (path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH - 1)}…` : path);

export const withoutRoot = (path: string, root: string): string =>
  root && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;

/**
 * Finds the folder that every file of an archive stands in, as in a repository's download, seeing one path at a time. Where that holds
 * nothing but a folder of the same name, as Windows unpacks a download, it is both.
 */
export class RootFinder {
  #outer: string | null = null;
  #inner: string | null = null;

  see(path: string): void {
    if (this.#outer === '' || (this.#inner === '' && this.#outer !== null && isIn(this.#outer, path))) return;
    if (isLitter(path) || nameProblem(path) !== null) return;
    this.#outer = common(this.#outer, path);
    if (this.#outer !== '' && this.#inner !== '') this.#inner = common(this.#inner, path.slice(this.#outer.length + 1));
  }

  /** Empty when there is no such folder. `_posts` itself is none: it is what tells a post. */
  get root(): string {
    const outer = this.#outer ?? '';
    return outer !== '' && this.#inner === outer ? `${outer}/${outer}` : outer;
  }
}

const isIn = (folder: string, path: string): boolean => path.startsWith(folder) && path[folder.length] === '/';

/** The first folder of some paths, of which one more is seen; empty when they do not share it. */
function common(folder: string | null, path: string): string {
  if (folder !== null) return isIn(folder, path) ? folder : '';
  const end = path.indexOf('/');
  const first = end < 0 ? '' : path.slice(0, end);
  return first === '_posts' ? '' : first;
}

/**
 * A bundle's name from its root folder (the innermost of several) or file name: without extension, without the number that a second
 * download gets, and without the branch, commit or version that a download adds. A year is none of these.
 */
export function bundleName(name: string): string {
  const bare = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.(?:zip|tar\.gz|tgz|tar)$/i, '')
    .replace(/ ?\(\d{1,2}\)$/, '')
    .replace(/-(?:[0-9a-f]{40}|(?!(?:19|20)\d\d\.)v?\d+(?:\.\d+)+)$/, '');
  return bare.replace(/-(?:master|main|gh-pages|develop|trunk|HEAD)$/, '') || bare || name;
}

/** By which the same chosen file is recognised. */
export const identityOf = (file: File): string => `${file.name} ${file.size} ${file.lastModified}`;
