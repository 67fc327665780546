import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const read = (browser: string, file: string) => readFileSync(join(import.meta.dirname, '../../dist', browser, file), 'utf8');

describe('a background in two scripts', () => {
  test.each(['chrome', 'firefox'])('of %s begins without what only keeping and following need', (browser) => {
    const [first, later] = [read(browser, 'background.js'), read(browser, 'background-later.js')];
    // Of the library for front matter, and of the reader of feeds.
    for (const word of ['section_delimiter', 'pubDate']) {
      expect(later).toContain(word);
      expect(first).not.toContain(word);
    }
  });

  test('of Chrome imports nothing in the way that no service worker may', () => {
    for (const file of ['background.js', 'background-later.js']) expect(read('chrome', file)).not.toMatch(/\bimport[.(]/);
  });

  test('of Chrome lets nothing but its second script be loaded', () => {
    expect(read('chrome', 'background.js')).toMatch(/createScriptURL:\s*\w+\s*=>\s*\w+\s*===\s*[`'"]background-later\.js[`'"]\s*\?/);
  });
});
