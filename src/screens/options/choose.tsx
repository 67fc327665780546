import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { ARCHIVE_FILES, FileInput, POSTS } from './file-input.tsx';

interface Props {
  texts: Texts;
  /** An import is running, and the next can be chosen when it has ended; or there is no storage. */
  busy: boolean;
  /** Files hang over the page. */
  over: boolean;
  onFiles(files: readonly File[]): void;
  onFolder(files: readonly File[]): void;
  onSample(): void;
}

/** The ways to give an archive: files, a folder, a drop, or the sample. */
export function Choose({ texts, busy, over, onFiles, onFolder, onSample }: Props) {
  return (
    <div class="choose" data-over={over || undefined} data-busy={busy || undefined}>
      <p class="drop">
        <Icon name="drop" size={28} />
        {texts.text('dropHere')}
      </p>
      <div class="ways">
        <FileInput isPrimary multiple accept={`${ARCHIVE_FILES},${POSTS}`} disabled={busy} onFiles={onFiles}>
          <Icon name="file" />
          {texts.text('chooseFiles')}
        </FileInput>
        <FileInput isFolder disabled={busy} onFiles={onFolder}>
          <Icon name="folder" />
          {texts.text('chooseFolder')}
        </FileInput>
        <button type="button" data-action="sample" disabled={busy} onClick={onSample}>
          <Icon name="sample" />
          {texts.text('sample')}
        </button>
      </div>
      <p class="soft stays">{texts.text('folderStays')}</p>
    </div>
  );
}
