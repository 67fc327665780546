import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const NOS = ['*://nos.nl/*', '*://*.nos.nl/*', '*://jeugdjournaal.nl/*', '*://*.jeugdjournaal.nl/*'];

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = JSON.parse(read(`dist/${browser}/manifest.json`));

  test('asks for the permissions that the privacy page explains, and no other', () => {
    const explained = [...read('docs/privacy.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect([...manifest.permissions].sort()).toEqual(explained.sort());
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
  });
});
