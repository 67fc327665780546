import { useRef } from 'preact/hooks';
import type { BundleLine } from '../../article/answers.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';

interface Props {
  bundles: readonly BundleLine[] | null;
  texts: Texts;
  onRemove(name: string): Promise<void>;
}

/** The bundles of the archive, each with a button that removes it. */
export function Bundles({ bundles, texts, onRemove }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const remove = async (name: string) => {
    await onRemove(name);
    // The button is gone with its bundle.
    heading.current?.focus();
  };
  return (
    <section>
      <h2 class="label" ref={heading} tabIndex={-1}>
        {texts.text('bundles')}
      </h2>
      {bundles?.length === 0 && <p class="soft">{texts.text('noBundles')}</p>}
      <ul data-part="bundles">
        {(bundles ?? []).map((bundle) => (
          <li key={bundle.name}>
            <div>
              <b>{bundle.name}</b>
              <small class="soft">{contents(bundle, texts)}</small>
              <small class="soft">{texts.text(`meaning_${bundle.meaning}`)}</small>
              {bundle.damaged > 0 && <small class="warning">{texts.plural('damaged', bundle.damaged)}</small>}
            </div>
            <button
              type="button"
              data-action="remove"
              aria-label={texts.text('removeNamed', { name: bundle.name })}
              onClick={() => void remove(bundle.name)}
            >
              <Icon name="remove" />
              {texts.text('remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function contents(bundle: BundleLine, texts: Texts): string {
  const parts = [`${texts.plural('posts', bundle.posts)}, ${texts.plural('articles', bundle.articles)}`];
  if (bundle.range) parts.push(`${texts.day(bundle.range.from, 'medium')} – ${texts.day(bundle.range.to, 'medium')}`);
  return parts.join(' · ');
}
