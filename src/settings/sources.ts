import browser from 'webextension-polyfill';
import type { Validators } from './feeds.ts';
import { changeStored, onStored } from './stored.ts';

export type SourceProblem =
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  | 'server-error'
  | 'moved'
  | 'not-a-bundle'
  | 'damaged'
  | 'disk-full'
  | 'failed';

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
export const changeSource = (bundle: string, change: Partial<BundleSource> | null): Promise<BundleSource[]> =>
  changeStored<BundleSource[]>(NAME, (sources = []) => {
    const others = sources.filter((source) => source.bundle !== bundle);
    const before = sources.find((source) => source.bundle === bundle) ?? { ...FRESH, bundle };
    return change ? [...others, { ...before, ...change }] : others;
  });

/** Changes a source where there still is one: the reader may have taken it away while it was asked. */
export const noteSource = (bundle: string, change: Partial<BundleSource>): Promise<BundleSource[]> =>
  changeStored<BundleSource[]>(NAME, (sources = []) =>
    sources.map((source) => (source.bundle === bundle ? { ...source, ...change } : source)),
  );

/** Forgets where bundles came from that are none of these. */
export async function forgetOthers(bundles: readonly string[]): Promise<void> {
  const isOne = ({ bundle }: BundleSource) => bundles.includes(bundle);
  if ((await bundleSources()).every(isOne)) return;
  await changeStored<BundleSource[]>(NAME, (sources = []) => sources.filter(isOne));
}

export const onSources = (changed: (sources: BundleSource[]) => void): (() => void) =>
  onStored<BundleSource[]>(NAME, (sources) => changed(sources ?? []));

const FRESH = { address: '', isDaily: false, checked: null, worked: null, problem: null, etag: null, lastModified: null };

/** The file behind an address: of a repository's page its ZIP, of which the server is another host. */
export function bundleAddress(address: string): string {
  const url = new URL(address);
  const [, owner, repository] = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.pathname) ?? [];
  return url.hostname === 'github.com' && owner && repository ? `https://codeload.github.com/${owner}/${repository}/zip/HEAD` : address;
}
