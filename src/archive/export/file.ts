import type { Connection } from '../store/connection.ts';
import { type ExportEnd, type ExportTarget, exportBundle, folderName } from './export.ts';

/** Where exported files stand until they are downloaded: on the disk, as an archive may be larger than the memory. */
const FOLDER = 'export';

/**
 * Exports a bundle into a file of the extension's own, to be given to the reader as a download. It stays until
 * `removeExports`, as a download reads it for as long as it takes.
 * @throws what `exportBundle` throws, and DOMException `QuotaExceededError` on a full disk; then nothing is left
 */
export async function exportFile(
  database: Connection,
  name: string,
  following: Omit<ExportTarget, 'write'>,
): Promise<ExportEnd & { file: File; name: string }> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const fileName = `${folderName(name)}.zip`;
  const handle = await folder.getFileHandle(fileName, { create: true });
  const stream = await handle.createWritable();
  try {
    const end = await exportBundle(database, name, { ...following, write: (bytes) => stream.write(bytes) });
    await stream.close();
    return { ...end, file: await handle.getFile(), name: fileName };
  } catch (error) {
    await stream.abort().catch(() => undefined);
    await folder.removeEntry(fileName).catch(() => undefined);
    throw error;
  }
}

/** Removes what was exported before. */
export async function removeExports(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  // Most often there is nothing.
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}
