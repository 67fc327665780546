import { type ChangedRow, changesOf } from '../../src/article/changes.ts';

/** A text to compare. */
export const text = (title: string, ...paragraphs: string[]) => ({ title, paragraphs });
/** A row in one line: added words in [+…], removed ones in [-…]. */
const line = ({ kind, pieces, moved }: ChangedRow) => {
  const marked = pieces.map(({ change, text }) => (change === 'same' ? text : ` [${change === 'added' ? '+' : '-'}${text.trim()}]`));
  return `${moved ?? kind}: ${marked.join('').trim()}`;
};
/** What changed from some paragraphs to others. */
export const rows = (old: string[], now: string[]) => changesOf(text('', ...old), text('', ...now)).rows.map(line);

export const STORM = 'De storm sloeg in de nacht een gat in de dijk bij Oosterveen, waarna het dorp werd ontruimd.';
export const BOARD = 'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk.';
export const PROVINCE = 'De provincie betaalt de helft van de kosten, de andere helft komt van het rijk.';
export const PEOPLE = 'Bewoners drongen er sinds de winter van 2006 op aan, zegt hun woordvoerder Jansen.';
export const RIGHT = 'Volgens de rechter mag het werk doorgaan, ook zonder nieuw onderzoek naar de natuur.';

export const WALL = 'Verder lezen? Word nu abonnee en lees alles.';
