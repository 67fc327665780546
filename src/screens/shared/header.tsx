import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { Texts } from './texts.ts';

interface Props {
  texts: Texts;
  settings?: 'here' | 'apart';
  /** What stands between the name and the way to the settings. */
  children?: ComponentChildren;
}

/** The head of every page: whose page it is, and the way to the settings. */
export function Header({ texts, settings, children }: Props) {
  return (
    <header class="top">
      <span class="mark">
        <Icon name="mark" />
        Terugblik
      </span>
      {children}
      {settings && (
        <a
          class="icon-link"
          href="options.html"
          {...(settings === 'apart' && { target: '_blank', rel: 'noopener' })}
          aria-label={texts.text('settings')}
          title={texts.text('settings')}
        >
          <Icon name="settings" />
        </a>
      )}
    </header>
  );
}
