import * as v from 'valibot';
import { address, asked, listOf, onOff } from './shapes.ts';
import { stored } from './stored.ts';

/** Where a bundle comes from, and how it went. Times in epoch milliseconds. */
const SourceSchema = v.object({
  /** The bundle's name. */
  bundle: v.string(),
  /** A ZIP, or another file that is a bundle. */
  address,
  /** Whether it is looked at every day, or only when the reader asks. */
  isDaily: onOff(false),
  ...asked(['not-allowed', 'unreachable', 'too-slow', 'server-error', 'moved', 'not-a-bundle', 'damaged', 'disk-full', 'failed']),
});

export type BundleSource = v.InferOutput<typeof SourceSchema>;
export type SourceProblem = NonNullable<BundleSource['problem']>['name'];

const sources = stored('sources', listOf(SourceSchema));

export const bundleSources = sources.read;
export const onSources = sources.follow;

/** Says where a bundle comes from, perhaps another place than before. */
export const setSource = (bundle: string, change: Partial<BundleSource> & { address: string }): Promise<BundleSource[]> =>
  sources.change((all) => {
    const before = all.find((source) => source.bundle === bundle) ?? v.parse(SourceSchema, { bundle, address: change.address });
    return [...all.filter((source) => source.bundle !== bundle), { ...before, ...change }];
  });

export const forgetSource = (bundle: string): Promise<BundleSource[]> =>
  sources.change((all) => all.filter((source) => source.bundle !== bundle));

/** Changes a source where there still is one: the reader may have taken it away while it was asked. */
export const noteSource = (bundle: string, change: Partial<BundleSource>): Promise<BundleSource[]> =>
  sources.change((all) => all.map((source) => (source.bundle === bundle ? { ...source, ...change } : source)));

/** Forgets where bundles came from that are none of these. */
export async function forgetOthers(bundles: readonly string[]): Promise<void> {
  const isOne = ({ bundle }: BundleSource) => bundles.includes(bundle);
  if (!(await bundleSources()).every(isOne)) await sources.change((all) => all.filter(isOne));
}

/** The file behind an address: of a repository's page its ZIP, of which the server is another host. */
export function bundleAddress(address: string): string {
  const url = new URL(address);
  const [, owner, repository] = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.pathname) ?? [];
  return url.hostname === 'github.com' && owner && repository ? `https://codeload.github.com/${owner}/${repository}/zip/HEAD` : address;
}
