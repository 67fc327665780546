import { type ArticleKey, recognisedKey } from '../../article/key.ts';

/** The links of a page that lead to other articles, and which of them are in view. */
export class ArticleLinks {
  readonly #keys = new Map<HTMLElement, ArticleKey>();
  readonly #observer: IntersectionObserver;
  readonly #left: (link: HTMLElement) => void;
  /** The links in view, each with the article that it leads to. */
  readonly inView = new Map<HTMLElement, ArticleKey>();

  /**
   * @param left called with each link that has left the view, or leads elsewhere
   * @param seen called when other links are in view
   */
  constructor(left: (link: HTMLElement) => void, seen: () => void) {
    this.#left = left;
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = target as HTMLElement;
        const key = this.#keys.get(link);
        if (isIntersecting && key) this.inView.set(link, key);
        else this.#leave(link);
      }
      seen();
    });
  }

  /** Looks a page over: takes in the links that are new, and lets go of those that are gone or lead elsewhere. */
  look(document: Document): void {
    for (const link of this.#keys.keys()) if (!link.isConnected) this.#forget(link);
    const own = recognisedKey(document.location.href);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const key = link.textContent?.trim() ? recognisedKey(link.href) : null;
      const other = key === own ? null : key;
      if (other === (this.#keys.get(link) ?? null)) continue;
      this.#forget(link);
      if (other === null) continue;
      this.#keys.set(link, other);
      this.#observer.observe(link);
    }
  }

  end(): void {
    this.#observer.disconnect();
  }

  #forget(link: HTMLElement): void {
    this.#observer.unobserve(link);
    this.#keys.delete(link);
    this.#leave(link);
  }

  #leave(link: HTMLElement): void {
    this.inView.delete(link);
    this.#left(link);
  }
}
