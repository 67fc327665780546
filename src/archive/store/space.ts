/** Space of this extension on the disk, in bytes; null where the browser doesn't tell. */
export async function spaceOnDisk(): Promise<{ used: number; available: number } | null> {
  const told = await globalThis.navigator?.storage?.estimate?.().catch(() => undefined);
  if (!told) return null;
  const { usage = 0, quota = 0 } = told;
  return { used: usage, available: Math.max(0, quota - usage) };
}
