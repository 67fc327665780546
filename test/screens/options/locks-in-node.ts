type Options = { ifAvailable?: boolean; mode?: 'shared' | 'exclusive' };
type Work<Result> = (lock: { name: string } | null) => Result | Promise<Result>;

/** Web Locks as far as the archive uses them: Node 20 has none. One page. */
export function locksInNode() {
  let held: { name: string; mode: string; ended: Promise<unknown> }[] = [];
  const request = async <Result>(name: string, ...given: [Work<Result>] | [Options, Work<Result>]): Promise<Result> => {
    const [options, work] = given.length === 1 ? [{} as Options, given[0]] : given;
    for (;;) {
      const before = held.find((one) => one.name === name);
      if (!before) break;
      if (options.ifAvailable) return work(null);
      await before.ended;
    }
    const result = Promise.resolve().then(() => work({ name }));
    const lock = { name, mode: options.mode ?? 'exclusive', ended: result.catch(() => undefined) };
    held.push(lock);
    return result.finally(() => {
      held = held.filter((one) => one !== lock);
    });
  };
  return {
    request,
    query: async () => ({ held: held.map(({ name, mode }) => ({ name, mode })) }),
    /** Gives up every lock, as closing the page does. */
    closePage() {
      held = [];
    },
  };
}
