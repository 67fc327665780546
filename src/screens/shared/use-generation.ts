import { useEffect, useState } from 'preact/hooks';
import { onChanged } from '../../archive/lookup/changed.ts';

/**
 * A number that is another one when the archive has changed since the page was opened, whoever changed it. A page that is out of sight
 * looks when it is seen again.
 * @param read gives the archive's generation
 */
export function useGeneration(read: () => Promise<number>): number {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    let known: number | null = null;
    const look = async () => {
      // Out of sight only the first look is made: what such a page has read so far is of that moment.
      if (document.hidden && known !== null) return;
      const now = await read().catch(() => known);
      if (known !== null && now !== null && now !== known) setCurrent(now);
      known = now;
    };
    void look();
    document.addEventListener('visibilitychange', look);
    const end = onChanged(look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, []);
  return current;
}
