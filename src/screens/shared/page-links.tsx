import type { Texts } from './texts.ts';

const PAGES = [
  { name: 'archive', address: 'archive.html', text: 'archive' },
  { name: 'changes', address: 'changes.html', text: 'changedTitle' },
] as const;

/** The ways from each page of the archive to the others. */
export function PageLinks({ here, texts }: { here: (typeof PAGES)[number]['name'] | null; texts: Texts }) {
  return (
    <nav class="pages" aria-label={texts.text('pages')}>
      {PAGES.map(({ name, address, text }) => (
        <a key={name} href={address} aria-current={name === here ? 'page' : undefined}>
          {texts.text(text)}
        </a>
      ))}
    </nav>
  );
}
