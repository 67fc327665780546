import { UnreadablePost } from './unreadable-post.ts';

/** From the opening `---` (or `---yaml`) to the line that closes it: `---`, or `...` as YAML ends a document. */
const HEAD = /^---(?:ya?ml)?[ \t]*\r?\n(?:[\s\S]*?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const OPENING = /^---(?:ya?ml)?[ \t]*\r?\n/;

/**
 * The front matter of a post, its delimiters included; the body follows it.
 * @throws UnreadablePost `no-front-matter` or `front-matter-open`
 */
export function headOf(post: string): string {
  const head = HEAD.exec(post)?.[0];
  if (head !== undefined) return head;
  // The word behind the opening `---` names gray-matter's engine, and would also find `constructor` and its like.
  throw new UnreadablePost(OPENING.test(post) ? 'front-matter-open' : 'no-front-matter');
}
