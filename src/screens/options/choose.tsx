import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';

const ACCEPTED = '.zip,.tar,.gz,.tgz,.md,.markdown,.html,.htm';
/** Preact's types don't know this attribute, which every browser does. */
const FOLDERS = { webkitdirectory: true };

interface Props {
  texts: Texts;
  /** An import is running: the next can be chosen when it has ended. */
  busy: boolean;
  /** Files hang over the page. */
  over: boolean;
  onFiles(files: readonly File[]): void;
  onFolder(files: readonly File[]): void;
  onSample(): void;
}

/** The ways to give an archive: files, a folder, a drop, or the sample. */
export function Choose({ texts, busy, over, onFiles, onFolder, onSample }: Props) {
  const taken = (input: HTMLInputElement, take: (files: readonly File[]) => void) => {
    const files = [...(input.files ?? [])];
    // So that the same may be chosen again.
    input.value = '';
    take(files);
  };
  return (
    <div class="choose" data-over={over || undefined} data-busy={busy || undefined}>
      <p class="drop">
        <Icon name="drop" size={28} />
        {texts.text('dropHere')}
      </p>
      <div class="ways">
        <label class="button primary">
          <Icon name="file" />
          {texts.text('chooseFiles')}
          <input type="file" multiple accept={ACCEPTED} disabled={busy} onChange={(event) => taken(event.currentTarget, onFiles)} />
        </label>
        <label class="button">
          <Icon name="folder" />
          {texts.text('chooseFolder')}
          <input type="file" data-input="folder" {...FOLDERS} disabled={busy} onChange={(event) => taken(event.currentTarget, onFolder)} />
        </label>
        <button type="button" data-action="sample" disabled={busy} onClick={onSample}>
          <Icon name="sample" />
          {texts.text('sample')}
        </button>
      </div>
    </div>
  );
}
