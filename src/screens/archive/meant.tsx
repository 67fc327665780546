import type { Texts } from '../shared/texts.ts';
import { type Asked, addressOf } from './address.ts';

interface Props {
  asked: Asked;
  /** The search that may be meant; null where there is none to offer. */
  meant: string | null;
  texts: Texts;
}

/** Offers the search that may be meant. It comes after the results, so it stands in what screen readers tell the changes of. */
export function Meant({ asked, meant, texts }: Props) {
  if (meant === null) return null;
  return (
    <p data-part="meant">
      {texts.text('didYouMean')}{' '}
      <a href={addressOf({ ...asked, text: meant })} dir="auto">
        {meant}
      </a>
    </p>
  );
}
