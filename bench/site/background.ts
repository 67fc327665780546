// The background of an extension that does nothing but answer from the archive and keep articles: what that costs there.

import '../../src/background/ready.ts';
import { connect } from '../../src/archive/store/connection.ts';
import { readManifest } from '../../src/archive/store/manifest.ts';
import { OWN_BUNDLE } from '../../src/article/own-bundle.ts';
import { keepArticle } from '../../src/background/capture/keep.ts';
import { tidy } from '../../src/background/capture/tidy.ts';
import type { BenchQuery, Kind } from '../contestant.ts';
import { ask } from '../ours.ts';
import type { Read } from '../year.ts';

type Message =
  | { kind: Kind; query: BenchQuery }
  | { kind: 'bare' }
  /** Keeps what is read, one after the other. */
  | { kind: 'keep'; reads: readonly Pick<Read, 'article' | 'at'>[] }
  | { kind: 'own-archive' };
interface Runtime {
  onMessage: { addListener(listener: (message: Message, sender: unknown, reply: (answer: unknown) => void) => boolean): void };
}

/** What came of each article, and how long keeping it took before it was on the disk, in milliseconds; what tidying up took. */
async function keep(reads: readonly Pick<Read, 'article' | 'at'>[]) {
  const kept: string[] = [];
  const times: number[] = [];
  const tidying: number[] = [];
  for (const { article, at } of reads) {
    const start = performance.now();
    kept.push(await keepArticle(article, at));
    const isKept = performance.now();
    await tidy(at);
    times.push(isKept - start);
    tidying.push(performance.now() - isKept);
  }
  return { kept, times, tidying };
}

async function ownArchive() {
  const { bundles } = await readManifest(await connect());
  const own = bundles.find(({ name }) => name === OWN_BUNDLE);
  return { posts: own?.posts ?? 0, articles: own?.articles ?? 0, segments: own?.segments.length ?? 0 };
}

async function answerTo(message: Exclude<Message, { kind: 'bare' }>): Promise<unknown> {
  if (message.kind === 'keep') return keep(message.reads);
  if (message.kind === 'own-archive') return ownArchive();
  return (await ask[message.kind](message.query)).length > 0 ? 'found' : 'nothing';
}

(globalThis as unknown as { chrome: { runtime: Runtime } }).chrome.runtime.onMessage.addListener((message, _, reply) => {
  if (message.kind === 'bare') reply('bare');
  else answerTo(message).then(reply, (error: unknown) => reply(String(error)));
  return true;
});
