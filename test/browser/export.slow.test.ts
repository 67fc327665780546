import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openChromium } from '../../scripts/browsers/chromium.mjs';
import { openFirefox } from '../../scripts/browsers/firefox.mjs';
import { type Nos, playNos } from '../../scripts/browsers/nos.mjs';
import { importWhole, openOptions } from '../../scripts/faults/pages.mjs';

const REAL = fileURLToPath(new URL('../../../shared/archive/leestmeer-2k.zip', import.meta.url));

/** The posts of a bundle by their path, their bytes as text that can be compared. */
function postsIn(path: string): Map<string, string> {
  const files = Object.entries(unzipSync(readFileSync(path)));
  const posts = files.filter(([name, bytes]) => name.includes('_posts/') && bytes.length > 0);
  return new Map(posts.map(([name, bytes]) => [name.slice(name.indexOf('_posts/')), Buffer.from(bytes).toString('latin1')]));
}

describe.runIf(existsSync(REAL)).each(['Chromium', 'Firefox'])('in %s', (name) => {
  let nos: Nos;
  const folder = mkdtempSync(join(tmpdir(), 'terugblik-export-'));

  beforeAll(async () => {
    nos = await playNos({});
  });
  afterAll(() => {
    nos?.close();
    rmSync(folder, { recursive: true });
  });

  /** A browser with a new profile that saves downloads into a folder. */
  async function openSaving(downloads: string) {
    if (name === 'Firefox') {
      const preferences = {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.alwaysOpenPanel': false,
      };
      return openFirefox({ ...nos, preferences });
    }
    const running = await openChromium(nos);
    const session = await running.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    return running;
  }

  /** Imports a bundle into a new profile and saves it from there. @returns where the ZIP is */
  async function importedAndSaved(bundle: string, into: string): Promise<string> {
    const downloads = mkdtempSync(join(folder, into));
    const running = await openSaving(downloads);
    try {
      const page = await openOptions(running);
      await importWhole(page, bundle);
      await page.waitForSelector('button[data-action="export"]:not([disabled])');
      await page.click('button[data-action="export"]');
      return await vi.waitFor(
        () => {
          const [saved, ...others] = readdirSync(downloads);
          // A download that still runs has a file of another name beside it, or an empty one.
          if (!saved?.endsWith('.zip') || others.length > 0 || readFileSync(join(downloads, saved)).length === 0)
            throw new Error('not there yet');
          return join(downloads, saved);
        },
        { timeout: 60_000, interval: 200 },
      );
    } finally {
      await running.close();
    }
  }

  test('saves a real archive as a ZIP that gives the same posts in another profile, byte for byte', async () => {
    const original = postsIn(REAL);
    const once = await importedAndSaved(REAL, 'once');
    const twice = await importedAndSaved(once, 'twice');
    expect(original.size).toBe(1608);
    expect(postsIn(once)).toEqual(original);
    expect(postsIn(twice)).toEqual(original);
  }, 300_000);
});
