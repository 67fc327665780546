import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageArticle } from '../../src/article/answers.ts';

/** A made-up page, built as those of an era and publisher were, and the article that stands on it, exactly. */
export interface Fixture {
  name: string;
  address: string;
  /** Null for a page that is no article. */
  article: PageArticle | null;
}

export const htmlOf = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8');

const TITLE = 'Dijk bij Oosterveen krijgt nieuwe bekleding';
const TEXT = [
  'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen.',
  'Storm',
  'Bewoners drongen daar sinds de storm van 2006 op aan.',
  '“We hebben lang gewacht”, zegt dijkgraaf Wiersma.',
];
const LIVE = [
  'Volg hier de storm.',
  'Dijk houdt',
  'De dijk houdt, zegt het waterschap.',
  'Eerste bomen om',
  'In de Dorpsstraat zijn bomen omgewaaid.',
];
/** What of these the pages set as headings. */
const HEADINGS = ['Storm', 'Dijk houdt', 'Eerste bomen om'];
const headed = (paragraphs: readonly string[]) => {
  const headings = paragraphs.flatMap((text, i) => (HEADINGS.includes(text) ? i : []));
  return headings.length > 0 ? { headings } : {};
};
const DRONE = 'Het waterschap liet een drone over de dijk vliegen.';

const at = (published: string | null, modified: string | null = null) => ({
  published: published === null ? null : Date.parse(published),
  modified: modified === null ? null : Date.parse(modified),
});
const spring = (year: number) => at(`${year}-03-02T09:05:00+01:00`, `${year}-03-02T11:30:00+01:00`);
const autumn = (year: number) => at(`${year}-09-02T09:05:00+02:00`, `${year}-09-02T11:30:00+02:00`);

const fixture = (name: string, address: string, key: string, article: Partial<PageArticle> & ReturnType<typeof at>): Fixture => ({
  name,
  address,
  article: {
    key,
    address,
    title: TITLE,
    paragraphs: TEXT,
    ...headed(article.paragraphs ?? TEXT),
    keywords: [],
    kind: 'article',
    ...article,
  },
});

/** A page of NOS; all have one number. Each has an address of its own, so that one server can serve them all. */
const nos = (name: string, article: Parameters<typeof fixture>[3], path = `/artikel/9000001-${name}`) =>
  fixture(name, `https://nos.nl${path}`, 'nos:9000001', article);

/** Pages that are read unasked. */
export const NOS_FIXTURES: readonly Fixture[] = [
  nos('nos-2016', { ...spring(2016), keywords: ['Oosterveen', 'dijk', 'waterschap'], picture: 'https://example.org/dijk.jpg' }),
  nos('nos-2020', { ...spring(2020), keywords: ['Oosterveen', 'dijk', 'waterschap'] }),
  nos('nos-2022', { ...autumn(2022), keywords: ['Oosterveen', 'dijk', 'Binnenland'] }),
  nos('nos-2024', { ...spring(2024), keywords: ['Oosterveen', 'dijk'] }),
  nos('nos-2026', { ...spring(2026), keywords: ['Oosterveen', 'dijk'] }),
  // Data, canonical address and JSON-LD of the page before, as after client-side navigation.
  nos('nos-navigated', at('2023-03-02T09:05:00+01:00')),
  nos('nos-cookiewall', spring(2025)),
  nos(
    'nos-liveblog',
    {
      ...at('2024-01-02T08:00:00Z', '2024-01-02T12:00:00Z'),
      title: 'Liveblog: storm bij Oosterveen',
      paragraphs: LIVE,
      kind: 'liveblog',
    },
    '/liveblog/9000001-nos-liveblog',
  ),
  nos(
    'nos-liveblog-2020',
    { ...at('2020-02-09T08:00:00+01:00'), title: 'Storm bij Oosterveen', paragraphs: LIVE, kind: 'liveblog' },
    '/liveblog/9000001-nos-liveblog-2020',
  ),
  nos(
    'nos-liveblog-2026',
    {
      ...at('2026-01-02T08:00:00Z', '2026-01-02T12:00:00Z'),
      title: 'Liveblog: storm bij Oosterveen',
      paragraphs: LIVE,
      kind: 'liveblog',
    },
    '/collectie/13950/liveblog/9000001-nos-liveblog-2026',
  ),
  nos(
    'nos-video',
    { ...at('2024-03-02T09:05:00+01:00'), title: 'Drone filmt dijk bij Oosterveen', paragraphs: [DRONE], kind: 'video' },
    '/video/9000001-nos-video',
  ),
  nos(
    'nos-video-2022',
    {
      ...at('2022-09-02T09:05:00+02:00', '2022-09-02T09:10:00+02:00'),
      title: 'Drone filmt dijk bij Oosterveen',
      paragraphs: [DRONE, 'Zo kwam een scheur aan het licht.'],
      keywords: ['drone', 'Binnenland'],
      kind: 'video',
    },
    '/nieuwsuur/video/9000001-nos-video-2022',
  ),
  nos(
    'nos-livestream',
    {
      ...at(null),
      title: 'Kijk live: debat over de dijk',
      paragraphs: ['De raad van Oosterveen spreekt vanavond over de dijk.'],
      kind: 'video',
    },
    '/livestream/9000001-nos-livestream',
  ),
  nos(
    'nos-audio-2022',
    {
      ...at('2022-09-02T09:05:00+02:00'),
      title: 'Dijkgraaf: we hebben lang gewacht',
      paragraphs: ['Dijkgraaf Wiersma vertelt over de nacht van de storm.'],
      kind: 'audio',
    },
    '/audio/9000001-nos-audio-2022',
  ),
  nos(
    'nos-audio-2026',
    {
      ...at('2026-03-02T17:00:00+01:00'),
      title: 'De nacht van de storm',
      paragraphs: ['Wat bleef er van Oosterveen over na de storm van 2006? Wiersma was erbij.'],
      kind: 'audio',
    },
    '/audio/9000001-nos-audio-2026',
  ),
  fixture('jeugdjournaal', 'https://jeugdjournaal.nl/artikel/9000001-jeugdjournaal', 'nos:9000001', {
    ...spring(2026),
    title: 'Nieuwe bekleding voor de dijk',
    paragraphs: ['De dijk bij Oosterveen wordt sterker gemaakt.', 'Dat begint in het voorjaar.'],
    keywords: ['dijk'],
  }),
  { name: 'voorpagina', address: 'https://nos.nl/sport', article: null },
];

/** Pages of other sites, that are read on a click. */
export const OTHER_FIXTURES: readonly Fixture[] = [
  // An introduction in its header, a label in its heading, a cookie wall before it, and JSON-LD that is broken.
  fixture('ad', 'https://www.ad.nl/binnenland/dijk~a0b1c2d3/', 'ad:a0b1c2d3', {
    ...at('2019-09-02T09:05:00+02:00'),
    keywords: ['Oosterveen', 'waterschap'],
  }),
  fixture('nu', 'https://www.nu.nl/binnenland/5980001/dijk.html', 'nu:5980001', { ...autumn(2019), keywords: ['Oosterveen'] }),
  // It marks no paragraphs.
  fixture('telegraaf', 'https://www.telegraaf.nl/nieuws/931746140/dijk', 'telegraaf:931746140/dijk', {
    ...at('2019-09-02T09:05:00+02:00'),
    paragraphs: [
      TEXT[0] ?? '',
      'Bewoners drongen daar sinds de storm van 2006 al jarenlang bij het waterschap op aan.',
      '“We hebben met zijn allen heel erg lang moeten wachten”, zegt dijkgraaf Wiersma.',
    ],
  }),
  // It says nothing of itself, so it is read by its look.
  fixture('krant', 'https://courant.example/2019/dijk', 'url:courant.example/2019/dijk', {
    ...at(null),
    paragraphs: [
      'Het waterschap begint in het voorjaar met de versterking van vier kilometer dijk bij Oosterveen, zo heeft het algemeen bestuur gisteravond laat met een ruime meerderheid besloten na een lange vergadering.',
      'Bewoners drongen daar sinds de storm van 2006 op aan, omdat de oude bekleding van basalt en asfalt op verschillende plaatsen was verzakt en het dorp bij hoog water niet meer veilig zou zijn geweest.',
      '“We hebben lang gewacht”, zegt dijkgraaf Wiersma, “maar nu gaat het dan ook echt gebeuren en daar ben ik heel blij mee, want niemand hier is de nacht van die storm ooit vergeten, en ik al helemaal niet.”',
    ],
  }),
  { name: 'voorpagina', address: 'https://courant.example/sport', article: null },
  { name: 'voorpagina', address: 'https://www.ad.nl/sport/', article: null },
];
