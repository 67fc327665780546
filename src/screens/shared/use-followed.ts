import { type StateUpdater, useEffect, useState } from 'preact/hooks';

/**
 * What the extension has stored of something, followed wherever it is changed.
 * @param first until it has been read
 */
export function useFollowed<Value>(
  first: Value,
  read: () => Promise<Value>,
  follow: (changed: (value: Value) => void) => () => void,
): [Value, (value: StateUpdater<Value>) => void] {
  const [value, setValue] = useState(first);
  useEffect(() => {
    void read().then(setValue);
    return follow(setValue);
  }, []);
  return [value, setValue];
}
