// A page with its stylesheet within it. The policy of the extension's pages lets a style stand there only by its hash.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Puts the stylesheet of a page into the page. `source` gives what the content security policy has to name for it, once the page
 * is built: https://www.w3.org/TR/CSP3/#grammardef-hash-source.
 */
export function styleWithin(): { plugin: Plugin; source(): string } {
  let style = '';
  return {
    plugin: {
      name: 'style-within',
      transformIndexHtml: {
        order: 'post',
        handler(html, { bundle = {} }) {
          const [name, file] = Object.entries(bundle).find(([path]) => path.endsWith('.css')) ?? [];
          if (!name || file?.type !== 'asset') throw new Error('The page has no stylesheet to take in.');
          style = String(file.source).trim();
          delete bundle[name];
          return html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
        },
      },
    },
    source: () => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  };
}
