import type { Visits } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';

/** How often the reader viewed the article, where that is counted; archived or not. */
export function Visited({ visits, texts }: { visits?: Visits | null | undefined; texts: Texts }) {
  if (!visits || visits.times === 0) return null;
  return <p class="soft visits">{texts.plural('visited', visits.times, { date: texts.day(visits.first) })}</p>;
}
