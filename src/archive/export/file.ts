import type { Connection } from '../store/connection.ts';
import { ownFile, removeOwn } from '../store/own-files.ts';
import { type ExportEnd, type ExportTarget, exportBundle, folderName } from './export.ts';

/** Where exported files stand until they are downloaded. */
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
  const fileName = `${folderName(name)}.zip`;
  const handle = await ownFile(FOLDER, fileName);
  const stream = await handle.createWritable();
  try {
    const end = await exportBundle(database, name, { ...following, write: (bytes) => stream.write(bytes) });
    await stream.close();
    return { ...end, file: await handle.getFile(), name: fileName };
  } catch (error) {
    await stream.abort().catch(() => undefined);
    await removeOwn(FOLDER, fileName).catch(() => undefined);
    throw error;
  }
}

/** Removes what was exported before. */
export const removeExports = (): Promise<void> => removeOwn(FOLDER);
