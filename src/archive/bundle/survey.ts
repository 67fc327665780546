import { mayBeEarlier } from './earlier.ts';
import { isPostPath, RootFinder } from './names.ts';

/** What is to be known of a bundle before it is read, seeing the path of one file at a time. */
export class Survey {
  readonly #root = new RootFinder();
  /** Files, those that are no posts too. */
  entries = 0;
  /** How many of them should be posts. */
  posts = 0;
  /** Whether there may be texts among them that came before that of their post. */
  mayHaveEarlier = false;

  see(path: string): void {
    this.entries++;
    this.#root.see(path);
    if (!isPostPath(path)) return;
    this.posts++;
    this.mayHaveEarlier ||= mayBeEarlier(path);
  }

  /** The folder that all of them stand in; empty where there is none. */
  get root(): string {
    return this.#root.root;
  }
}
