import type { ComponentChildren } from 'preact';
import type { Settings } from '../../settings/choices.ts';
import { LANGUAGES, type Language } from '../../settings/language.ts';
import type { Texts } from '../shared/texts.ts';
import { OneOf, Switch } from './controls.tsx';
import { EraseVisits } from './erase-visits.tsx';

interface Props {
  settings: Settings;
  texts: Texts;
  onChange(change: Partial<Settings>): void;
  /** Forgets all visits; null where none are kept. */
  hasVisits: boolean;
  onEraseVisits(): Promise<void>;
  /** Sections of their own. */
  children?: ComponentChildren;
}

/** The reader's choices, each with what it does; a choice is kept at once. */
export function Preferences({ settings, texts, onChange, hasVisits, onEraseVisits, children }: Props) {
  return (
    <section data-part="preferences">
      <h2 class="label">{texts.text('preferences')}</h2>
      <OneOf
        name="language"
        title={texts.text('language')}
        options={[
          { value: 'auto', text: texts.text('languageAuto') },
          ...Object.entries(LANGUAGES).map(([value, text]) => ({ value: value as Language, text, language: value })),
        ]}
        chosen={settings.language}
        onChange={(language) => onChange({ language })}
      />
      <Switch
        name="pictures"
        title={texts.text('pictures')}
        isOn={settings.pictures === 'always'}
        onChange={(isOn) => onChange({ pictures: isOn ? 'always' : 'ask' })}
      >
        {texts.text('picturesWhat')}
      </Switch>
      <Switch name="marks" title={texts.text('marks')} isOn={settings.marks} onChange={(marks) => onChange({ marks })}>
        {texts.text('marksWhat')}
      </Switch>
      <Switch name="visits" title={texts.text('visits')} isOn={settings.visits} onChange={(visits) => onChange({ visits })}>
        {texts.text('visitsWhat')}
      </Switch>
      <EraseVisits hasVisits={hasVisits} texts={texts} onErase={onEraseVisits} />
      {children}
    </section>
  );
}
