/** A page that was announced may go on drawing for this long, in milliseconds: text comes late, or in the place of other text. */
const DRAWING = 10_000;
/** After a change it is looked at this much later; twice as long after each look, so that a page that never rests is read a few times only. */
const AFTER_CHANGE = 500;

/** Looks at a page a few times while it goes on drawing; not at all where it does not. @returns what ends that */
export function followDrawing(look: () => void): () => void {
  let wait = AFTER_CHANGE;
  let due: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    due = undefined;
    wait *= 2;
    look();
  };
  // Not when it is quiet: a page with a clock on it never is.
  const observer = new MutationObserver(() => {
    due ??= setTimeout(run, wait);
  });
  const end = () => {
    observer.disconnect();
    clearTimeout(due);
    clearTimeout(latest);
  };
  const latest = setTimeout(() => {
    end();
    if (due !== undefined) look();
  }, DRAWING);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return end;
}
