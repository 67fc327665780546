// One contestant's thread: as in the extension, the archive is not touched on the page's own.
import type { BenchPost, BenchQuery, Contestant, Kind, Source } from '../contestant.ts';

export type WorkerRequest =
  | { name: 'start'; contestant: string }
  | { name: 'take'; file: File; posts: string }
  /** The first question after opening. */
  | { name: 'first'; kind: Kind; query: BenchQuery }
  | { name: 'warm'; kind: Kind; queries: BenchQuery[]; warmUp: number }
  /** Asks again and again for some time, with pauses. */
  | { name: 'repeat'; kind: Kind; queries: BenchQuery[]; milliseconds: number; pause: number }
  | { name: 'size' };
export interface WorkerAnswer {
  id: number;
  result?: unknown;
  error?: string;
}

const CONTESTANTS: Record<string, () => Promise<{ contestant: Contestant }>> = {
  ours: () => import('../ours.ts'),
  fts5: () => import('../contestants/fts5.ts'),
  minisearch: () => import('../contestants/minisearch.ts'),
  'multi-entry': () => import('../contestants/multi-entry.ts'),
};
let contestant: Contestant | null = null;

addEventListener('message', ({ data: { id, request } }: MessageEvent<{ id: number; request: WorkerRequest }>) => {
  answer(request).then(
    (result) => postMessage({ id, result } satisfies WorkerAnswer),
    (error: unknown) => postMessage({ id, error: String(error) } satisfies WorkerAnswer),
  );
});

async function answer(request: WorkerRequest): Promise<unknown> {
  switch (request.name) {
    case 'start':
      contestant = (await CONTESTANTS[request.contestant]?.())?.contestant ?? null;
      return null;
    case 'take':
      return contestant?.take(sourceOf(request.file, request.posts));
    case 'first':
      return { ...(await timed(request.kind, request.query)), loading: contestant?.loading?.() ?? 0 };
    case 'warm': {
      const times: number[] = [];
      for (const query of request.queries) times.push((await timed(request.kind, query)).milliseconds);
      return times.slice(request.warmUp);
    }
    case 'repeat': {
      const times: number[] = [];
      const end = performance.now() + request.milliseconds;
      for (let i = 0; performance.now() < end; i++) {
        times.push((await timed(request.kind, request.queries[i % request.queries.length] as BenchQuery)).milliseconds);
        await new Promise((resolve) => setTimeout(resolve, request.pause));
      }
      return times;
    }
    case 'size':
      return (await import('../ours.ts')).indexSize();
  }
}

async function timed(kind: Kind, query: BenchQuery): Promise<{ milliseconds: number; found: number }> {
  const ask = contestant?.ask[kind];
  if (!ask) throw new Error(`no answer to ${kind}`);
  contestant?.prepare?.(query);
  const start = performance.now();
  const found = await ask(query);
  return { milliseconds: performance.now() - start, found: found.length };
}

const sourceOf = (file: File, address: string): Source => ({
  file,
  async *posts() {
    const { body } = await fetch(address);
    if (!body) return;
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const lines = (rest + read.value).split('\n');
      rest = lines.pop() ?? '';
      yield lines.map((line) => JSON.parse(line) as BenchPost);
    }
  },
});
