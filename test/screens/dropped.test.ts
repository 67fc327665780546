// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { droppedFiles, withoutHistory } from '../../src/screens/options/dropped.ts';

const file = (name: string) => new File(['x'], name);
const fileEntry = (fullPath: string) => ({
  isDirectory: false,
  name: fullPath.split('/').at(-1),
  fullPath,
  file: (resolve: (one: File) => void) => resolve(file(fullPath.split('/').at(-1) ?? '')),
});

/** A folder that gives its entries a hundred at a time, as Chromium does. */
function folderEntry(fullPath: string, entries: unknown[]) {
  return {
    isDirectory: true,
    name: fullPath.split('/').at(-1),
    fullPath,
    createReader() {
      const left = [...entries];
      return { readEntries: (resolve: (some: unknown[]) => void) => resolve(left.splice(0, 100)) };
    },
  };
}

function drop(...items: { entry?: unknown; file?: File; kind?: string }[]) {
  const given = items.map(({ entry, file: one, kind = 'file' }) => ({
    kind,
    webkitGetAsEntry: () => entry ?? null,
    getAsFile: () => one ?? null,
  }));
  return droppedFiles({ items: given } as unknown as DataTransfer);
}

test('takes dropped files as they are', async () => {
  const zip = file('a.zip');
  expect(await drop({ file: zip, entry: fileEntry('/a.zip') }, { kind: 'string' })).toEqual([zip]);
});

test('walks a dropped folder to its end and says where each file stands', async () => {
  const posts = Array.from({ length: 250 }, (_, i) => fileEntry(`/krant/_posts/${i}.md`));
  const files = await drop({ entry: folderEntry('/krant', [folderEntry('/krant/_posts', posts), fileEntry('/krant/index.html')]) });
  expect(files).toHaveLength(251);
  expect(files[249]?.webkitRelativePath).toBe('krant/_posts/249.md');
  expect(files[250]?.webkitRelativePath).toBe('krant/index.html');
});

test('leaves out what only version control needs', async () => {
  const files = await drop({
    entry: folderEntry('/krant', [folderEntry('/krant/.git', [fileEntry('/krant/.git/HEAD')]), fileEntry('/krant/a.md')]),
  });
  expect(files.map((one) => one.name)).toEqual(['a.md']);
  const chosen = ['krant/.git/objects/ab', 'krant/_posts/a.git.md'].map((value) =>
    Object.defineProperty(file('x'), 'webkitRelativePath', { value }),
  );
  expect(withoutHistory(chosen)).toEqual([chosen[1]]);
});

test('fails where a folder can’t be read', async () => {
  const broken = {
    ...folderEntry('/krant', []),
    createReader: () => ({ readEntries: (_: unknown, no: (e: Error) => void) => no(new Error('NotReadableError')) }),
  };
  await expect(drop({ entry: broken })).rejects.toThrow('NotReadableError');
});
