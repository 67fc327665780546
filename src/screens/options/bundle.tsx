import { useId } from 'preact/hooks';
import { OWN_BUNDLE } from '../../article/own-bundle.ts';
import { Icon } from '../shared/icon.tsx';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import type { ListedBundle } from './archive-state.ts';
import { ARCHIVE_FILES, FileInput } from './file-input.tsx';
import { Meaning } from './meaning.tsx';
import { sizeText } from './size.ts';
import { Source } from './source.tsx';
import type { Exports } from './use-exports.ts';
import type { Sources } from './use-sources.ts';

interface Props {
  bundle: ListedBundle;
  texts: Texts;
  busy: boolean;
  exports: Exports;
  sources: Sources;
  onUpdate(files: readonly File[]): void;
  onOverrule(meaning: ListedBundle['overrule']): void;
  onRemove(): void;
}

/** A bundle: what is in it, what its numbers count, and what can be done with it. */
export function Bundle({ bundle, texts, busy, exports, sources, onUpdate, onOverrule, onRemove }: Props) {
  const { name } = bundle;
  const named = useId();
  const source = sources.list.find((one) => one.bundle === name);
  const isExporting = exports.running?.name === name;
  return (
    <li>
      <h3 dir="auto" id={named}>
        {name}
      </h3>
      <p class="soft">{contents(bundle, texts)}</p>
      <p class="soft">{storage(bundle, texts)}</p>
      {bundle.damaged > 0 && <p class="warning">{texts.plural(name === OWN_BUNDLE ? 'damagedOwn' : 'damaged', bundle.damaged)}</p>}
      {name !== OWN_BUNDLE && <Meaning bundle={bundle} named={named} texts={texts} onOverrule={onOverrule} />}
      <div class="actions">
        <FileInput
          action="update"
          accept={ARCHIVE_FILES}
          disabled={busy}
          label={texts.text('updateNamed', { name })}
          onFiles={(files) => files.length > 0 && onUpdate(files)}
        >
          <Icon name="file" />
          {texts.text('update')}
        </FileInput>
        <button
          type="button"
          data-action="export"
          disabled={exports.running !== null}
          aria-label={texts.text('exportNamed', { name })}
          onClick={() => exports.start(name)}
        >
          <Icon name="drop" />
          {texts.text('export')}
        </button>
        <button type="button" data-action="remove" aria-label={texts.text('removeNamed', { name })} onClick={onRemove}>
          <Icon name="remove" />
          {texts.text('remove')}
        </button>
      </div>
      {source && <Source source={source} sources={sources} texts={texts} busy={busy} />}
      {isExporting && exports.running && <Exporting {...exports.running} texts={texts} onCancel={exports.cancel} />}
      {exports.ended?.name === name && <Exported {...exports.ended} texts={texts} />}
    </li>
  );
}

function Exporting({ done, total, texts, onCancel }: { done: number; total: number; texts: Texts; onCancel(): void }) {
  // Nothing is known until the posts are counted, which waits for whoever is at work on the archive.
  const text = total === 0 ? texts.text('exportBegins') : texts.text('progress', { done: texts.number(done), total: texts.number(total) });
  return (
    <div class="beside">
      <p class="soft">{text}</p>
      <button type="button" data-action="cancel-export" onClick={onCancel}>
        {texts.text('cancel')}
      </button>
    </div>
  );
}

function Exported({ posts, damaged, failure, texts }: NonNullable<Exports['ended']> & { texts: Texts }) {
  const told = [texts.plural('exported', posts), damaged > 0 && texts.plural('exportDamaged', damaged)];
  return (
    <>
      <p role="status" class={failure || damaged > 0 ? 'warning' : 'soft'}>
        {failure ? texts.text('exportFailed') : told.filter(Boolean).join(' ')}
      </p>
      <Technical detail={failure ?? ''} texts={texts} />
    </>
  );
}

function contents({ posts, earlier, articles, range }: ListedBundle, texts: Texts): string {
  const counts = [texts.plural('posts', posts), earlier > 0 && texts.plural('earlierTexts', earlier), texts.plural('articles', articles)];
  const parts = [counts.filter(Boolean).join(', ')];
  if (range) {
    const [first, last] = [texts.day(range.from, 'medium'), texts.day(range.to, 'medium')];
    parts.push(first === last ? first : `${first} – ${last}`);
  }
  return parts.join(' · ');
}

function storage({ name, bytes, imported }: ListedBundle, texts: Texts): string {
  const parts = [texts.text('onDisk', { size: sizeText(bytes, texts.language) })];
  if (imported > 0) parts.push(texts.text(name === OWN_BUNDLE ? 'grownOn' : 'importedOn', { when: texts.dayAndTime(imported) }));
  return parts.join(' · ');
}
