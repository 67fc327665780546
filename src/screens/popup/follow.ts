import type { Context } from '../../article/answers.ts';
import { onKeptContext } from '../../background/context/kept.ts';
import { ask } from '../../messages/ask.ts';

/**
 * Shows what the background says of a tab; and while the popup is open what becomes of it, as its page may go on to another
 * article. An answer that was overtaken is not shown. Gives a function that ends it.
 * @param first the answer, where it was asked for already
 */
export function followContext(tab: number, show: (context: Context) => void, first?: Promise<Context>): () => void {
  let turn = 0;
  const load = async (asked?: Promise<Context>) => {
    const mine = ++turn;
    const answer = await (asked ?? ask('context', { tab }));
    if (mine === turn) show(answer);
  };
  const fail = (error: unknown) => show({ state: 'error', detail: String(error) });
  const stop = onKeptContext(tab, (kept) => {
    if (!kept) return void load().catch(fail);
    turn++;
    show(kept);
  });
  load(first).catch(fail);
  return stop;
}
