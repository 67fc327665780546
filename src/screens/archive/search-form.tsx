import type { ComponentChildren } from 'preact';
import { dayIn } from '../../article/calendar.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { type Asked, addressOf } from './address.ts';
import type { Facets } from './use-lookups.ts';

interface Props {
  asked: Asked;
  facets: Facets | null;
  texts: Texts;
  /** A step that one can go back from. */
  onAsk(asked: Asked): void;
  /** A change that is still being typed. */
  onType(asked: Asked): void;
  children?: ComponentChildren;
}

/** What is searched for, and what the search is narrowed to. */
export function SearchForm({ asked, facets, texts, onAsk, onType, children }: Props) {
  return (
    <search aria-label={texts.text('searchArchive')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(asked);
        }}
      >
        <div class="box">
          <Icon name="search" />
          <input
            type="search"
            name="q"
            value={asked.text}
            placeholder={texts.text('searchArchive')}
            aria-label={texts.text('searchArchive')}
            aria-keyshortcuts="/"
            autocomplete="off"
            spellcheck={false}
            maxLength={1000}
            onInput={({ currentTarget }) => onType({ ...asked, text: currentTarget.value })}
          />
          <span class="key" aria-hidden="true">
            /
          </span>
        </div>
        <div class="filters">
          <Choice
            label={texts.text('publisher')}
            none={texts.text('allPublishers')}
            names={facets?.publishers ?? []}
            chosen={asked.publisher}
            onChoose={(publisher) => onAsk({ ...asked, publisher })}
          />
          <Choice
            label={texts.text('category')}
            none={texts.text('allCategories')}
            names={facets?.categories ?? []}
            chosen={asked.category}
            onChoose={(category) => onAsk({ ...asked, category })}
          />
        </div>
        {children}
        <Dates asked={asked} texts={texts} onType={onType} />
      </form>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  none: string;
  names: readonly string[];
  chosen: string | null;
  onChoose(name: string | null): void;
}

function Choice({ label, none, names, chosen, onChoose }: ChoiceProps) {
  // The address may name one that the archive does not have.
  const all = chosen === null || names.includes(chosen) ? names : [chosen, ...names];
  return (
    <select
      aria-label={label}
      class={chosen === null ? undefined : 'chosen'}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
    >
      <option value="">{none}</option>
      {all.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Dates({ asked, texts, onType }: Pick<Props, 'asked' | 'texts' | 'onType'>) {
  const field = (name: 'from' | 'to') => (
    <input
      type="date"
      aria-label={texts.text(name === 'from' ? 'fromDay' : 'untilDay')}
      class={asked[name] === null ? undefined : 'chosen'}
      value={asked[name] ?? ''}
      max="9999-12-31"
      onInput={({ currentTarget }) => onType({ ...asked, [name]: dayIn(currentTarget.value) })}
    />
  );
  return (
    <fieldset class="dates">
      <legend class="unseen">{texts.text('period')}</legend>
      {field('from')}
      <span aria-hidden="true">–</span>
      {field('to')}
      {(asked.from !== null || asked.to !== null) && (
        <a
          class="icon-link"
          href={addressOf({ ...asked, from: null, to: null })}
          aria-label={texts.text('allDates')}
          title={texts.text('allDates')}
        >
          <Icon name="close" />
        </a>
      )}
    </fieldset>
  );
}
