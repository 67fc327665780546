import type { Texts } from './texts.ts';

/** The own words of a browser or a library, in English: folded away behind what was said in the reader's, for who wants to copy them. */
export function Technical({ detail, texts }: { detail: string; texts: Texts }) {
  if (detail === '') return null;
  return (
    <details class="technical">
      <summary>{texts.text('technical')}</summary>
      <code lang="en" dir="auto">
        {detail}
      </code>
    </details>
  );
}
