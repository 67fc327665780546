const CHANNEL = 'terugblik-changed';

/** Tells every page that the archive may have changed. */
export function tellChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Hears of it, in whatever page or worker the archive was changed. @returns what ends that */
export function onChanged(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  // In Node an open channel would keep a script from ending.
  (channel as { unref?: () => void }).unref?.();
  return () => channel.close();
}
