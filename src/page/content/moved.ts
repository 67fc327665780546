import { type AfterMove, afterMove } from '../detect/moved.ts';

declare global {
  var terugblikMoved: AfterMove | undefined;
}

// Stands beside the content script in a page that is not watched; of any other it is known what it drew when.
globalThis.terugblikMoved = afterMove;
