import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How some work ended. What had the focus is gone with it, so this takes it: a keyboard goes on from here, a screen reader reads. */
export function Told({ children }: { children: ComponentChildren }) {
  const told = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) told.current?.focus();
  }, []);
  return (
    <div class="ended" ref={told} tabIndex={-1} role="status">
      {children}
    </div>
  );
}
