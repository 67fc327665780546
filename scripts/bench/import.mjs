// How fast a bundle is imported, in how much memory and room, and how fast its next copy.
import { within } from './browser.mjs';
import { growthWhile } from './memory.mjs';
import { shown } from './numbers.mjs';

const MB = 1e6;

/**
 * @param {{ browser: import('./browser.mjs').BrowserName, profile: import('./browser.mjs').Profile, server: { origin: string },
 *   contestant: string, bundle: import('./bundles.mjs').Measured }} what
 * @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureImport({ browser, profile, server, contestant, bundle }) {
  const about = `${contestant}, ${bundle.name}`;
  try {
    return await within(browser, profile, server.origin, contestant, async (bench, running) => {
      /** @type {import('../../bench/contestant.ts').Imported | undefined} */
      let first;
      const growth = await growthWhile(running, async () => {
        first = await bench.take(bundle.path);
      });
      const { posts, milliseconds, extrapolated } = /** @type {NonNullable<typeof first>} */ (first);
      const note = extrapolated ? 'reckoned from a slice' : '';
      const rows = [
        { figure: `import, posts/s: ${about}`, value: shown((posts / milliseconds) * 1000), note },
        { figure: `memory over idle, MB: ${about}`, value: growth === null ? '–' : shown(growth / MB), note: '' },
        { figure: `disk, MB: ${about}`, value: shown((await profile.size()) / MB), note },
      ];
      if (contestant !== 'ours') return rows;
      const again = await bench.take(bundle.path);
      rows.push({ figure: `same bundle again ÷ first: ${about}`, value: shown(again.milliseconds / milliseconds), note: '' });
      const size = await bench.call({ name: 'size' });
      const perPosting = (/** @type {number} */ bytes) => shown(bytes / size.postings);
      const note2 = `${size.postings} postings of ${size.posts} posts; with article keys, facets and compounds ${perPosting(size.bytes)}`;
      rows.push({ figure: `index bytes a posting, without positions: ${about}`, value: perPosting(size.words), note: note2 });
      return rows;
    });
  } catch (error) {
    return [{ figure: `import: ${about}`, value: 'fails', note: String(error).slice(0, 120) }];
  }
}
