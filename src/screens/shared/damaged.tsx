import type { Texts } from './texts.ts';

/** Says that a part of the archive can't be read, as what is missing looks like what never was there; and leads to where that is mended. */
export function Damaged({ count = 0, texts }: { count: number | undefined; texts: Texts }) {
  if (count === 0) return null;
  return (
    <p data-part="damaged">
      {texts.plural('unreadable', count)}{' '}
      <a href="options.html" target="_blank" rel="noopener">
        {texts.text('unreadableMend')}
      </a>
    </p>
  );
}
