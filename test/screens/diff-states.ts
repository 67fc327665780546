import { type Changes, changesOf } from '../../src/article/changes.ts';

const old = [
  'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen.',
  'Bewoners drongen er sinds de storm van 2006 op aan, na dertien jaar is het zover.',
  'De provincie betaalt de helft van de kosten, de andere helft komt van het rijk.',
  'Volgens de rechter mag het werk doorgaan, ook zonder nieuw onderzoek naar de natuur.',
  'Het dorp werd in die nacht ontruimd. Niemand raakte gewond, wel verdronken er schapen.',
  'De dijk is een van de oudste van het gewest en werd voor het eerst genoemd in 1284.',
  'Boeren moeten hun vee vóór maart van de buitendijkse weiden halen.',
  'De werkzaamheden duren volgens de planning tot in de herfst van volgend jaar.',
];
const now = [
  'Het waterschap begint pas in het najaar met de versterking van zes kilometer dijk bij Oosterveen.',
  'Het dorp werd in die nacht ontruimd. Niemand raakte gewond, wel verdronken er schapen.',
  'Bewoners drongen er sinds de storm van 2006 op aan, na twaalf jaar is het zover.',
  'De provincie betaalt de helft van de kosten, de andere helft komt van het rijk.',
  'De dijk is een van de oudste van het gewest en werd voor het eerst genoemd in 1284.',
  'Boeren moeten hun vee vóór maart van de buitendijkse weiden halen.',
  'De werkzaamheden duren volgens de planning tot in de herfst van volgend jaar.',
  'De aannemer werkt met klei uit de rivier. „Die ligt hier voor het opscheppen”, zegt hij.',
];
const before = 'Dijk bij Oosterveen krijgt na dertien jaar nieuwe bekleding';
const after = 'Dijk bij Oosterveen krijgt na twaalf jaar toch nieuwe bekleding';
const text = (title: string, paragraphs: readonly string[]) => ({ title, paragraphs });

/** What changed between two texts, in every way. */
export const diffStates = {
  'first-word': changesOf({ title: 'Oude dijk gaat dicht', paragraphs: [] }, { title: 'Nieuwe dijk ging dicht', paragraphs: [] }),
  all: changesOf(text(before, old), text(after, now)),
  unchanged: changesOf(text(before, old), text(before, old)),
  title: changesOf(text(before, old), text('Waterschap versterkt dijk', old)),
  part: changesOf(text(before, old.slice(0, 1)), text(after, old)),
  'no-text': changesOf(text(before, old), text(before, [])),
  rtl: changesOf(
    text('السد في أوسترفين يحصل على كسوة جديدة', ['يبدأ مجلس المياه في الربيع بتقوية أربعة كيلومترات من السد.']),
    text('السد في أوسترفين يحصل على كسوة', ['يبدأ مجلس المياه في الخريف بتقوية أربعة كيلومترات من السد.']),
  ),
} satisfies Record<string, Changes>;
