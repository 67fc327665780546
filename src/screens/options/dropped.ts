/** A version control folder holds thousands of files and no post. */
const LEFT_OUT = '.git';

/** The files of a chosen folder, without those that only version control needs. */
export const withoutHistory = (files: readonly File[]): File[] =>
  files.filter((file) => !file.webkitRelativePath.split('/').includes(LEFT_OUT));

/**
 * The files that were dropped, those of folders too, each with its place in `webkitRelativePath` as a chosen folder has it.
 * To be called while the drop is handled: after that the list of dropped things is empty.
 * @throws where a file or folder can't be read
 */
export function droppedFiles(dropped: DataTransfer): Promise<File[]> {
  const items = [...dropped.items].filter((item) => item.kind === 'file');
  const found = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = entry?.isDirectory ? null : item.getAsFile();
    return file ? [file] : entry ? filesOf(entry) : [];
  });
  return Promise.all(found).then((lists) => lists.flat());
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (isDirectory(entry)) {
    if (entry.name === LEFT_OUT) return [];
    const files: File[] = [];
    const reader = entry.createReader();
    for (;;) {
      // Chromium gives a hundred at a time; only an empty list is the end.
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (entries.length === 0) return files;
      for (const list of await Promise.all(entries.map(filesOf))) files.push(...list);
    }
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.replace(/^\//, '') });
  return [file];
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
