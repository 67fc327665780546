import { mayReadNews, onMayReadNews, requestNews } from '../../settings/hosts.ts';
import { useFollowed } from './use-followed.ts';

/** Whether pages of NOS may be read, and the way to be allowed to. */
export interface MayRead {
  isAllowed: boolean;
  allow(): void;
}

export function useMayRead(): MayRead {
  const [isAllowed] = useFollowed(true, mayReadNews, onMayReadNews);
  return { isAllowed, allow: () => void requestNews() };
}
