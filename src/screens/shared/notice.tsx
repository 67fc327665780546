import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** Said in place of an article: what is the matter, why, and what can be done about it. */
export function Notice({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="notice">
      <span class="emblem">
        <Icon name={icon} size={20} />
      </span>
      <h1>{title}</h1>
      {children}
    </section>
  );
}
