import { useId } from 'preact/hooks';
import { meaningOf } from '../../article/counts.ts';
import type { Texts } from '../shared/texts.ts';
import type { ListedBundle } from './archive-state.ts';

interface Props {
  bundle: Pick<ListedBundle, 'evidence' | 'overrule'>;
  /** Id of the element that names the bundle. */
  named: string;
  texts: Texts;
  onOverrule(meaning: ListedBundle['overrule']): void;
}

/** What a bundle's numbers count, what shows it, and the reader's own word against that. */
export function Meaning({ bundle: { evidence, overrule }, named, texts, onOverrule }: Props) {
  const id = useId();
  if (evidence.posts + (evidence.unsure ?? 0) === 0) return <p class="soft">{texts.text('meaning_unknown')}</p>;
  const found = meaningOf(evidence);
  return (
    <div class="meaning">
      <label for={id} id={`${id}-label`}>
        {texts.text('numbersAre')}
      </label>
      <select
        id={id}
        data-action="overrule"
        aria-labelledby={`${id}-label ${named}`}
        aria-describedby={`${id}-why`}
        value={overrule ?? ''}
        onChange={({ currentTarget: { value } }) => onOverrule(value === 'words' || value === 'views' ? value : null)}
      >
        <option value="">{texts.text('asFound', { meaning: texts.text(`counts_${found}`) })}</option>
        <option value="words">{texts.text('counts_words')}</option>
        <option value="views">{texts.text('counts_views')}</option>
      </select>
      <small class="soft" id={`${id}-why`}>
        {whyText(evidence, texts)}
      </small>
    </div>
  );
}

/** The evidence in words: how many of the numbers are the word counts of their posts. */
function whyText({ posts, words }: ListedBundle['evidence'], texts: Texts): string {
  if (posts === 0) return texts.text('meaning_unknown');
  if (words === posts) return texts.plural('evidenceAll', posts);
  if (words === 0) return texts.plural('evidenceNone', posts);
  return texts.text('evidenceSome', { words: texts.number(words), posts: texts.number(posts) });
}
