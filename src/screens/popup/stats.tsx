import type { ShownCounts, Standing, Visits } from '../../article/answers.ts';
import { barsOf, type Place, placesOf } from '../../article/standing.ts';
import { Counts } from '../shared/counts.tsx';
import type { Texts } from '../shared/texts.ts';
import { Plot } from './plot.tsx';
import { Visited } from './visited.tsx';

const BARS = 18;

/** The sentence about most of a group, on either side, by what is counted. */
const SENTENCES = {
  words: { above: 'longerThan', below: 'shorterThan', plot: 'plotWords' },
  views: { above: 'moreViewsThan', below: 'fewerViewsThan', plot: 'plotViews' },
  unknown: { above: 'moreThan', below: 'fewerThan', plot: 'plotCounts' },
} as const;

/** How a group follows on `the posts`. */
const GROUPS = { category: 'groupCategory', month: 'groupMonth', publisher: 'groupPublisher', all: 'groupAll' } as const;

interface Props {
  counts: ShownCounts;
  standing: readonly Standing[];
  visits?: Visits | null;
  texts: Texts;
}

/** The two numbers of a version, how it stands among others, and how often the reader viewed it. */
export function Stats({ counts, standing, visits, texts }: Props) {
  const places = placesOf(standing);
  const [first] = places;
  const names = SENTENCES[counts.meaning];
  return (
    <section data-part="stats" aria-label={texts.text('stats')}>
      <div class="numbers">
        <Counts counts={counts} texts={texts} />
      </div>
      {first && (
        <>
          <Plot
            bars={barsOf(first.standing.bins, BARS)}
            here={counts.total}
            title={texts.text(names.plot, { group: groupText(first.standing, texts) })}
            texts={texts}
          />{' '}
          <p class="soft standing">{sentenceOf(names, places, texts)}</p>
        </>
      )}
      <Visited visits={visits} texts={texts} />
    </section>
  );
}

function sentenceOf(names: (typeof SENTENCES)[keyof typeof SENTENCES], [one, other]: readonly Place[], texts: Texts): string {
  const told = ({ share, standing }: Place) => ({ share: texts.number(share), group: groupText(standing, texts) });
  const sentence = (place: Place) => texts.text(names[place.side], told(place));
  const first = one ? sentence(one) : '';
  if (!one || !other) return first;
  return one.side === other.side
    ? texts.text('secondGroup', { first, ...told(other) })
    : texts.text('otherSide', { first, second: sentence(other) });
}

function groupText({ among, name }: Standing, texts: Texts): string {
  const month = among === 'month' ? Date.parse(`${name}-15T12:00Z`) : Number.NaN;
  return texts.text(GROUPS[among], { name: Number.isFinite(month) ? texts.months(month, month, 'long') : name });
}
