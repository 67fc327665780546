/** Files of the extension's own on the disk, for what may be larger than the memory: an archive that is fetched or exported. */

/** Makes a file, in place of one of that name. */
export async function ownFile(folder: string, name: string): Promise<FileSystemFileHandle> {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(folder, { create: true });
  return directory.getFileHandle(name, { create: true });
}

/** Removes a folder, or one of its files. Most often there is none. */
export async function removeOwn(folder: string, name?: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const directory = name === undefined ? root : await root.getDirectoryHandle(folder);
  await directory.removeEntry(name ?? folder, { recursive: true }).catch(() => undefined);
}
