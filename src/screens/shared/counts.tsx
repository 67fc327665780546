import type { ShownCounts } from '../../article/answers.ts';
import type { Texts } from './texts.ts';

/** The two numbers of a version, called by what they count. */
export function Counts({ counts, texts }: { counts: ShownCounts; texts: Texts }) {
  const { total, unique, meaning, source } = counts;
  const [totalName, uniqueName, note] =
    meaning === 'words'
      ? [
          texts.plural('words', total),
          texts.plural('uniqueWords', unique),
          texts.text(source === 'own' ? 'countedByUs' : 'countedByArchive'),
        ]
      : meaning === 'views'
        ? [texts.plural('views', total), texts.plural('uniqueVisitors', unique), texts.text('viewsByArchive')]
        : [texts.text('countTotal'), texts.text('countUnique'), texts.text('countsUnknown')];
  return (
    <>
      <p class="counts">
        <span>
          <b>{texts.number(total)}</b> {totalName}
        </span>{' '}
        <span>
          <b>{texts.number(unique)}</b> {uniqueName}
        </span>
      </p>{' '}
      <p class="soft">{note}</p>
    </>
  );
}
