import type { ComponentChildren } from 'preact';

export const ARCHIVE_FILES = '.zip,.tar,.gz,.tgz';
export const POSTS = '.md,.markdown,.html,.htm';

/** Preact's types don't know this attribute, which every browser does. */
const FOLDERS = { webkitdirectory: true };

interface Props {
  /** What is shown; it is its name as well unless there is a label. */
  children: ComponentChildren;
  label?: string;
  isPrimary?: boolean;
  isFolder?: boolean;
  accept?: string;
  multiple?: boolean;
  action?: string;
  disabled: boolean;
  onFiles(files: readonly File[]): void;
}

/** A file input that looks like a button. */
export function FileInput({ children, label, isPrimary, isFolder, accept, multiple, action, disabled, onFiles }: Props) {
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // So that the same may be chosen again.
    input.value = '';
    onFiles(files);
  };
  return (
    <label class={isPrimary ? 'button primary' : 'button'} data-disabled={disabled || undefined}>
      {children}
      <input
        type="file"
        {...(isFolder ? { 'data-input': 'folder', ...FOLDERS } : {})}
        {...(action ? { 'data-action': action } : {})}
        aria-label={label}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => take(event.currentTarget)}
      />
    </label>
  );
}
