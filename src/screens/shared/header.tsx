import { Icon } from './icon.tsx';
import type { Texts } from './texts.ts';

/** The head of every page: whose page it is, and the way to the settings. */
export function Header({ texts, settings }: { texts: Texts; settings?: 'here' | 'apart' }) {
  return (
    <header class="top">
      <span class="mark">
        <Icon name="mark" />
        Terugblik
      </span>
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
