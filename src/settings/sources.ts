import browser from 'webextension-polyfill';
import type { Validators } from './feeds.ts';

export type SourceProblem = 'unreachable' | 'server-error' | 'moved' | 'not-a-bundle' | 'disk-full' | 'failed';

/** Where a bundle comes from, and how it went. Times in epoch milliseconds. */
export interface BundleSource extends Validators {
  /** The bundle's name. */
  bundle: string;
  /** A ZIP, or another file that is a bundle. */
  address: string;
  /** Whether it is looked at every day, or only when the reader asks. */
  isDaily: boolean;
  checked: number | null;
  worked: number | null;
  problem: { name: SourceProblem; detail: string } | null;
}

const NAME = 'sources';

export async function bundleSources(): Promise<BundleSource[]> {
  return ((await browser.storage.local.get(NAME))[NAME] as BundleSource[] | undefined) ?? [];
}

/** Changes where a bundle comes from, or takes it away. */
export async function changeSource(bundle: string, change: Partial<BundleSource> | null): Promise<void> {
  const sources = await bundleSources();
  const others = sources.filter((source) => source.bundle !== bundle);
  const before = sources.find((source) => source.bundle === bundle) ?? {
    bundle,
    address: '',
    isDaily: false,
    checked: null,
    worked: null,
    problem: null,
    etag: null,
    lastModified: null,
  };
  await browser.storage.local.set({ [NAME]: change ? [...others, { ...before, ...change }] : others });
}

/** The file behind an address: of a repository's page its ZIP, of which the server is another host. */
export function bundleAddress(address: string): string {
  const url = new URL(address);
  const [, owner, repository] = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.pathname) ?? [];
  return url.hostname === 'github.com' && owner && repository ? `https://codeload.github.com/${owner}/${repository}/zip/HEAD` : address;
}
