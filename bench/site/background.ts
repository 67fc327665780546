// The background of an extension that does nothing but answer from the archive: what a lookup costs after a stop.
import type { BenchQuery, Kind } from '../contestant.ts';
import { ask } from '../ours.ts';

type Message = { kind: Kind; query: BenchQuery } | { kind: 'bare' };
interface Runtime {
  onMessage: { addListener(listener: (message: Message, sender: unknown, reply: (answer: string) => void) => boolean): void };
}

(globalThis as unknown as { chrome: { runtime: Runtime } }).chrome.runtime.onMessage.addListener((message, _, reply) => {
  if (message.kind === 'bare') reply('bare');
  else {
    ask[message.kind](message.query).then(
      (found) => reply(found.length > 0 ? 'found' : 'nothing'),
      (error: unknown) => reply(String(error)),
    );
  }
  return true;
});
