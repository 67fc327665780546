import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SwitchProps {
  name: string;
  title: string;
  /** One sentence that says what it does. */
  children: ComponentChildren;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

/** A choice that is on or off. */
export function Switch({ name, title, children, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={isOn}
        aria-describedby={`${id}-what`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{title}</label>
        <p class="soft" id={`${id}-what`}>
          {children}
        </p>
      </div>
    </div>
  );
}

interface OneOfProps<Value extends string> {
  name: string;
  title: string;
  options: readonly { value: Value; text: string; language?: string }[];
  chosen: Value;
  onChange(value: Value): void;
}

/** A choice out of a few. */
export function OneOf<Value extends string>({ name, title, options, chosen, onChange }: OneOfProps<Value>) {
  return (
    <fieldset class="one-of">
      <legend>{title}</legend>
      {options.map(({ value, text, language }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChange(value)} />
          <span lang={language}>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
