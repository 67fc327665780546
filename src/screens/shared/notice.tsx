import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import { Technical } from './technical.tsx';
import type { Texts } from './texts.ts';

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

interface RetryProps {
  texts: Texts;
  /** A page of its own begins anew. */
  onRetry?: () => void;
}

/** Said where the archive could not be asked: why, and the way to ask again. */
export function Failure({ detail, ...retry }: RetryProps & { detail: string }) {
  const { texts } = retry;
  return (
    <Notice icon="warning" title={texts.text('errorTitle')}>
      <p>{texts.text('errorWhat')}</p>
      <Technical detail={detail} texts={texts} />
      <Retry {...retry} />
    </Notice>
  );
}

export function Retry({ texts, onRetry = () => location.reload() }: RetryProps) {
  return (
    <button type="button" class="primary" data-action="retry" onClick={onRetry}>
      {texts.text('retry')}
    </button>
  );
}
