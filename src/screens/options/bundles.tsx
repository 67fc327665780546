import type { BundleLine } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';

/** The bundles of the archive, each with a button that removes it. */
export function Bundles({
  bundles,
  texts,
  onRemove,
}: {
  bundles: readonly BundleLine[] | null;
  texts: Texts;
  onRemove(name: string): void;
}) {
  return (
    <section>
      <h2 class="label">{texts.text('bundles')}</h2>
      {bundles?.length === 0 && <p class="soft">{texts.text('noBundles')}</p>}
      <ul data-part="bundles">
        {(bundles ?? []).map((bundle) => (
          <li key={bundle.name}>
            <div>
              <b>{bundle.name}</b>
              <small class="soft">
                {texts.text('bundleLine', { posts: texts.number(bundle.posts), articles: texts.number(bundle.articles) })}
                {bundle.range && ` · ${texts.day(bundle.range.from, 'medium')} – ${texts.day(bundle.range.to, 'medium')}`}
              </small>
              <small class="soft">{texts.text(`meaning_${bundle.meaning}`)}</small>
            </div>
            <button
              type="button"
              data-action="remove"
              aria-label={texts.text('removeNamed', { name: bundle.name })}
              onClick={() => onRemove(bundle.name)}
            >
              {texts.text('remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
