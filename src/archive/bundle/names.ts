/** Whether a path of a bundle should be a post: it stands under a `_posts` folder and is no system file. */
export function isPostPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return parts.slice(0, -1).includes('_posts') && !parts.includes('__MACOSX') && !name.startsWith('.') && name !== 'Thumbs.db';
}

export const withoutRoot = (path: string, root: string): string =>
  root && path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;

/** A bundle's name from its root folder or file name: without extension, and without the branch or commit that a download adds. */
export function bundleName(name: string): string {
  const bare = name.replace(/\.(?:zip|tar\.gz|tgz|tar)$/i, '').replace(/ ?\(\d+\)$/, '');
  return bare.replace(/-(?:master|main|gh-pages|develop|trunk|HEAD|[0-9a-f]{40}|v?\d+(?:\.\d+)+)$/, '') || bare || name;
}

export const LOOSE_BUNDLE = 'Losse artikelen';
