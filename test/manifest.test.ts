import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const NOS = ['*://nos.nl/*', '*://*.nos.nl/*', '*://jeugdjournaal.nl/*', '*://*.jeugdjournaal.nl/*'];

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = JSON.parse(read(`dist/${browser}/manifest.json`));

  test('asks for what the privacy page explains, and no more', () => {
    const [, table = ''] = read('docs/privacy.md').split('## Permissions');
    const explained = [...table.matchAll(/^\| (`[^|]+`)(?: \(optional\))? \|/gm)].flatMap(([, names = '']) => names.split(', '));
    const asked = [manifest.permissions, manifest.host_permissions, manifest.optional_host_permissions].flat();
    expect(explained.sort()).toEqual(asked.map((name: string) => `\`${name}\``).sort());
    expect(manifest.optional_permissions).toBeUndefined();
  });

  test('reads NOS only, and asks for other hosts when it needs one', () => {
    expect(manifest.host_permissions).toEqual(NOS);
    expect(manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches)).toEqual(NOS);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  test('lets no page run code of another, or show one of ours in a frame', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|script-src[^;]*http/);
    expect(policy).toContain("require-trusted-types-for 'script'");
  });

  test('lets one style stand within a page, the popup’s own, by its hash', () => {
    const styles = [...read(`dist/${browser}/popup.html`).matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => style);
    expect(styles.map((style) => style.includes('--paper'))).toEqual([true]);
    const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(manifest.content_security_policy.extension_pages).toContain(`style-src 'self' ${hashes.join(' ')};`);
  });

  test('gives no file to web pages, and lets none of them or of other extensions talk to it', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    for (const script of ['background.js', 'background-later.js', 'content.js', 'marks.js', 'moved.js', 'reading.js', 'readable.js']) {
      const code = read(`dist/${browser}/${script}`);
      expect(code, script).not.toMatch(/onMessageExternal\.add|onConnect(?:External)?\.add|onUserScriptMessage\.add/);
    }
  });
});
