import type { ImportReport } from '../../archive/import/report.ts';
import type { Texts } from '../shared/texts.ts';
import type { Offer } from './use-imports.ts';

interface Props {
  report: ImportReport;
  /** The reader wanted to bring a bundle up to date that has another name than this one. */
  isOtherName: boolean;
  texts: Texts;
  onOffer(offer: Offer): void;
}

/** Where the posts went, why, and the other choice; and what the newer copy no longer has. */
export function Offers({ report, isOtherName, texts, onOffer }: Props) {
  const offers = offersOf(report, texts);
  return (
    <>
      {isOtherName && <p class="offer">{texts.text('otherName', { name: report.bundle })}</p>}
      {offers.map(({ offer, why, action }) => (
        <div class="offer" key={offer}>
          <p>{why}</p>
          <button type="button" data-action={offer} onClick={() => onOffer(offer)}>
            {action}
          </button>
        </div>
      ))}
    </>
  );
}

function offersOf({ kind, bundle, missing }: ImportReport, texts: Texts): { offer: Offer; why: string; action: string }[] {
  const mirror = missing > 0 ? [{ offer: 'mirror' as const, why: texts.plural('missing', missing), action: texts.text('mirror') }] : [];
  if (kind === 'apart') return [...mirror, { offer: 'merge', why: texts.text('apart', { name: bundle }), action: texts.text('merge') }];
  if (kind === 'update') {
    return [...mirror, { offer: 'apart', why: texts.text('updatedWhy', { name: bundle }), action: texts.text('keepApart') }];
  }
  return mirror;
}
