import { BLOCKS, DRAWN, ENDLESS, HIDING } from './markup.ts';

/** Follows a body tag by tag, and knows whether what comes next stands in an element that is left out of the text. */
export class LeftOut {
  readonly #names: ReadonlySet<string>;
  /** The element that is left out, and how many of its name are open. */
  #element = '';
  #depth = 0;
  #endsAtBlock = false;
  /** Whether the tag that is being read hides its element, and the attribute of it that is. */
  #isHidden = false;
  #attribute = '';

  /** @param names the elements that are left out */
  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  get isWithin(): boolean {
    return this.#depth > 0;
  }

  get isInDrawing(): boolean {
    return this.#depth > 0 && DRAWN.has(this.#element);
  }

  /** A tag begins. */
  open(name: string): void {
    this.#isHidden = false;
    if (this.#endsAtBlock && BLOCKS.has(name)) this.#depth = 0;
    if (this.#depth > 0 ? name !== this.#element : !this.#names.has(name)) return;
    this.#element = name;
    this.#endsAtBlock = DRAWN.has(name);
    this.#depth++;
  }

  attribute(name: string): void {
    this.#attribute = name;
    if (name === 'hidden') this.#isHidden = true;
  }

  value(value: string): void {
    if (HIDING.get(this.#attribute)?.(value)) this.#isHidden = true;
  }

  /** A tag has been read to its end. */
  opened(name: string): void {
    // The ends of a list's items and of a table's cells may be missing, and some elements have none.
    if (!this.#isHidden || this.#depth > 0 || ENDLESS.has(name)) return;
    this.#element = name;
    this.#endsAtBlock = !BLOCKS.has(name) || name === 'p';
    this.#depth = 1;
  }

  /** A tag ended as `/>`: outside drawings a browser takes that for an end of the tag alone. */
  selfClosed(name: string): void {
    if (!DRAWN.has(name)) this.opened(name);
    else if (name === this.#element && this.#depth > 0) this.#depth--;
  }

  close(name: string): void {
    if (this.#endsAtBlock && BLOCKS.has(name) && !DRAWN.has(this.#element)) this.#depth = 0;
    if (this.#depth > 0 && name === this.#element) this.#depth--;
  }
}
