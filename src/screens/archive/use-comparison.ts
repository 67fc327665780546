import { useEffect, useState } from 'preact/hooks';
import type { PageArticle, VersionLine } from '../../article/answers.ts';
import type { Changes } from '../../article/changes.ts';
import { keptArticle } from '../../background/context/kept.ts';
import { ask } from '../../messages/ask.ts';
import { askPage } from '../../messages/channel.ts';
import { lookUp } from './lookups.ts';

/** What an archived text is held against: another version, or the page of a tab. */
export type Comparison =
  | { old: VersionLine; now: VersionLine | 'page'; changes: Changes }
  | 'loading'
  /** One of the two is not in the archive. */
  | 'gone'
  /** The tab was closed or shows no article; it shows another one. */
  | 'no-page'
  | 'other-article'
  | Error;

interface Wanted {
  article: string | null;
  /** The two versions that are held against each other. */
  version: string | null;
  with: string | null;
  tab: number | null;
}

/**
 * What changed, where the address asks for it; null where it does not. Compared are two versions, or the newest version with
 * what a tab shows.
 * @param found called with the article that the tab shows, where the address names none
 */
export function useComparison(wanted: Wanted, generation: number, found: (article: string) => void): Comparison | null {
  const { article, version, with: other, tab } = wanted;
  const name = JSON.stringify([article, version, other, tab]);
  const [compared, setCompared] = useState<{ of: string; comparison: Comparison }>({ of: '', comparison: 'loading' });
  const isAsked = tab !== null || (other !== null && article !== null);
  useEffect(() => {
    let isLast = true;
    const show = (comparison: Comparison) => isLast && setCompared({ of: name, comparison });
    const compare = async (): Promise<void> => {
      if (tab === null) {
        if (article !== null && version !== null && other !== null) show(await betweenVersions(article, version, other));
        return;
      }
      const page = await pageOf(tab);
      if (!page) show('no-page');
      else if (article === null) found(page.key);
      else show(await sinceArchived(article, page));
    };
    compare().catch((error: unknown) => show(error instanceof Error ? error : new Error(String(error))));
    return () => {
      isLast = false;
    };
  }, [name, generation]);
  if (!isAsked) return null;
  return compared.of === name ? compared.comparison : 'loading';
}

async function betweenVersions(article: string, first: string, second: string): Promise<Comparison> {
  const between = await lookUp('between', article, first, second);
  return between ?? 'gone';
}

async function sinceArchived(article: string, page: PageArticle): Promise<Comparison> {
  if (page.key !== article) return 'other-article';
  const since = await lookUp('since', article, page);
  return since ? { old: since.old, now: 'page', changes: since.changes } : 'gone';
}

/** The article that a tab shows now; as it was last announced, where the page does not answer. */
async function pageOf(tab: number): Promise<PageArticle | null> {
  const now = await askPage(tab).catch(() => undefined);
  if (now !== undefined) return now;
  // The background knows how to reach a tab that is older than the extension.
  await ask('context', { tab }).catch(() => undefined);
  return keptArticle(tab);
}
