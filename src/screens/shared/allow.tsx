import { Icon } from './icon.tsx';
import type { Texts } from './texts.ts';

interface Props {
  texts: Texts;
  /** Its level among the headings of the page. */
  heading: 'h2' | 'h3';
  onAllow(): void;
}

/** Asks to be allowed to read the pages of NOS. */
export function Allow({ texts, heading: Heading, onAllow }: Props) {
  return (
    <div class="note" data-part="permission">
      <Icon name="lock" size={18} />
      <div>
        <Heading>{texts.text('permissionTitle')}</Heading>
        <p>{texts.text('permissionWhat')}</p>
        <button type="button" class="primary" data-action="allow" onClick={onAllow}>
          {texts.text('allow')}
        </button>
      </div>
    </div>
  );
}
