import type { ShownCounts, Standing } from '../../article/answers.ts';
import { judged, meaningOfPost } from '../../article/counts.ts';
import { OWN_BUNDLE } from '../../article/own-bundle.ts';
import type { Card } from '../index/card.ts';
import { groupOf, type Measure, monthOf } from '../index/distribution.ts';
import { readDistribution } from '../index/distribution-records.ts';
import type { Segment } from '../index/segment.ts';
import { countsMeaning } from '../store/manifest.ts';
import type { Reading } from '../store/reading.ts';

/** The two numbers of a post, with what they count: words of ours where it has none. */
export function countsOf(reading: Reading, segment: Segment, card: Card): ShownCounts {
  if (!card.numbers) return { ...card.words, meaning: 'words', source: 'own' };
  const bundle = reading.bundle(segment);
  const meaning = meaningOfPost(countsMeaning(bundle), card.numbers, card.numbersAre ?? judged(card.numbers, card.words));
  // What was kept has numbers as well: Terugblik counted them when it wrote the post.
  return { ...card.numbers, meaning, source: bundle.name === OWN_BUNDLE ? 'own' : 'archive' };
}

/** How a post's count stands among those of its bundle: of its category, its month, its publisher, and all. */
export async function standingOf(reading: Reading, segment: Segment, card: Card, counts: ShownCounts): Promise<Standing[]> {
  const measure: Measure = counts.meaning === 'words' ? 'words' : 'numbers';
  const bundle = reading.bundle(segment);
  const parts = reading.segments.filter((one) => reading.bundle(one) === bundle).flatMap(({ record }) => record.parts);
  const [category] = card.categories;
  const groups: [Standing['among'], string, string][] = [];
  if (category) groups.push(['category', category, groupOf.category(measure, category)]);
  if (card.date !== null) groups.push(['month', monthOf(card.date), groupOf.month(measure, monthOf(card.date))]);
  if (card.publisher) groups.push(['publisher', card.publisher, groupOf.publisher(measure, card.publisher)]);
  groups.push(['all', '', groupOf.all(measure)]);
  const wanted = new Set(groups.map(([, , group]) => group));
  const distribution = await readDistribution(reading.blocks, parts, wanted);
  return groups.map(([among, name, group]) => ({
    among,
    name,
    ...distribution.standing(group, counts.total),
    bins: distribution.bins(group),
  }));
}
