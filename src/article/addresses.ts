/**
 * The address table: a row a publisher, with where its articles' ids stand. An id stays the same in every form that an
 * address ever had, while slugs, sections, query strings and fragments change. A new publisher is a row here and its
 * addresses in test/article/addresses.ts.
 */

export interface Publisher {
  /** What readers call it. */
  name: string;
  /** Without `www.`, `m.`, `mobile.` or `amp.`. */
  hosts: readonly string[];
  articles: readonly AddressForm[];
  /** The forms are all there are: whatever else its hosts show is no article. */
  complete?: true;
}

interface AddressForm {
  /** Ids of two spaces overlap without meaning the same article. */
  space: string;
  /** Matches the path; its first group is the article's id. */
  path: RegExp;
}

const ID = String.raw`0*([1-9]\d{0,11})`;
const END = String.raw`(?:-[^/]*|\.html?)?/?$`;
const KIND = '(?:artikel|tekst|video|audio|liveblog|livestream)';
/** A programme, what Google showed on phones, or a tournament like `wk2018`. */
const PART = String.raw`(?:nieuwsuur|op3|googleamp|(?:ek|os|wk)\d{4})/`;
const SECTION = String.raw`(?:${PART})?(?:uitzendingen/|collectie/\d+(?:-[^/]*)?/)?`;
const NOS: readonly AddressForm[] = [
  { space: 'nos', path: new RegExp(`^/l/${ID}/?$`) },
  { space: 'nos', path: new RegExp(`^/${SECTION}${KIND}/${ID}${END}`) },
  { space: 'nos-regio', path: new RegExp(`^/regio/[^/]+/${KIND}/${ID}${END}`) },
];
/** FeedBurner's addresses end with the number; that of a broadcast is of a range of its own. */
const NOS_FEEDS: readonly AddressForm[] = [
  { space: 'nos-uitzending', path: new RegExp(`^/~r/uitzendingen/~3/[^/]+/${ID}/?$`) },
  { space: 'nos', path: new RegExp(`^/~r/(?!uitzendingen/)[^/]+/~3/[^/]+/${ID}/?$`) },
];

/** Papers of DPG Media: `/section/slug~a1b2c3d4/`, a letter or two for the kind before hexadecimal digits. */
const dpg = (space: string, name: string, host: string): Publisher => ({
  name,
  hosts: [host],
  articles: [{ space, path: /^\/(?:[^/]+\/)*[^/~]*~([a-z]{0,2}[\da-f]{6,10})\/?$/ }],
});

/** Regional broadcasters: `/nieuws/123456/slug`. */
const region = (space: string, name: string, host: string): Publisher => ({
  name,
  hosts: [host],
  articles: [{ space, path: /^\/(?:nieuws|sport|cultuur|politiek)\/0*([1-9]\d{3,11})(?:\/[^/]*)?\/?$/ }],
});

export const PUBLISHERS: readonly Publisher[] = [
  { name: 'NOS', hosts: ['nos.nl', 'stories.nos.nl'], articles: NOS, complete: true },
  { name: 'NOS', hosts: ['feeds.nos.nl'], articles: NOS_FEEDS, complete: true },
  { name: 'NOS', hosts: ['app.nos.nl'], articles: [], complete: true },
  { name: 'NOS Jeugdjournaal', hosts: ['jeugdjournaal.nl'], articles: NOS, complete: true },
  dpg('ad', 'AD', 'ad.nl'),
  dpg('volkskrant', 'de Volkskrant', 'volkskrant.nl'),
  dpg('trouw', 'Trouw', 'trouw.nl'),
  dpg('parool', 'Het Parool', 'parool.nl'),
  dpg('gelderlander', 'de Gelderlander', 'gelderlander.nl'),
  dpg('stentor', 'de Stentor', 'destentor.nl'),
  dpg('tubantia', 'Tubantia', 'tubantia.nl'),
  dpg('brabants-dagblad', 'Brabants Dagblad', 'bd.nl'),
  dpg('bn-destem', 'BN DeStem', 'bndestem.nl'),
  dpg('eindhovens-dagblad', 'Eindhovens Dagblad', 'ed.nl'),
  dpg('pzc', 'PZC', 'pzc.nl'),
  {
    name: 'De Telegraaf',
    hosts: ['telegraaf.nl'],
    // A number can be a column that tells another story every hour ("Sport kort"), so the slug belongs to the id.
    articles: [{ space: 'telegraaf', path: /^\/(?:[^/]+\/)+0*([1-9]\d{4,11}(?:\/[^/]+)?)\/?$/ }],
  },
  {
    name: 'Politieberichten',
    hosts: ['politie.nl'],
    // Messages have no numbers; they stay where they were put.
    articles: [{ space: 'politie', path: /^\/((?:(?:nieuws|gezocht-en-vermist|blogs)\/(?:[^/]+\/)+|nieuws\/\d\d-)[^/]+?)(?:\.html)?\/?$/ }],
  },
  { name: 'NU.nl', hosts: ['nu.nl'], articles: [{ space: 'nu', path: /^\/(?:[^/]+\/)*0*([1-9]\d{4,11})(?:\/[^/]*)?\/?$/ }] },
  {
    name: 'Tweakers',
    hosts: ['tweakers.net'],
    articles: [
      { space: 'tweakers', path: /^\/(?:nieuws|geek)\/0*([1-9]\d{0,11})(?:\/[^/]*){0,2}$/ },
      // A review has several pages.
      { space: 'tweakers-review', path: /^\/reviews\/0*([1-9]\d{0,11})(?:\/[^/]*){0,3}$/ },
      { space: 'tweakers-video', path: /^\/video\/0*([1-9]\d{0,11})(?:\/[^/]*){0,2}$/ },
    ],
  },
  { name: 'NRC', hosts: ['nrc.nl'], articles: [{ space: 'nrc', path: /^\/[^/]+\/\d{4}\/\d\d\/\d\d\/[^/]*-(a\d{5,11})(?:\/amp)?\/?$/ }] },
  {
    name: 'RTL Nieuws',
    hosts: ['rtlnieuws.nl', 'rtl.nl'],
    articles: [{ space: 'rtl', path: /^\/(?:[^/]+\/)*(?:artikel|video)\/0*([1-9]\d{4,11})(?:\/[^/]*)?\/?$/ }],
  },
  region('omroepwest', 'Omroep West', 'omroepwest.nl'),
  region('omroepbrabant', 'Omroep Brabant', 'omroepbrabant.nl'),
  region('omroepgelderland', 'Omroep Gelderland', 'omroepgelderland.nl'),
  region('rijnmond', 'Rijnmond', 'rijnmond.nl'),
  region('rtvutrecht', 'RTV Utrecht', 'rtvutrecht.nl'),
  region('rtvoost', 'RTV Oost', 'rtvoost.nl'),
  region('rtvnoord', 'RTV Noord', 'rtvnoord.nl'),
  region('rtvdrenthe', 'RTV Drenthe', 'rtvdrenthe.nl'),
  region('nhnieuws', 'NH Nieuws', 'nhnieuws.nl'),
];

const BY_HOST = new Map(PUBLISHERS.flatMap((publisher) => publisher.hosts.map((host) => [host, publisher] as const)));

/** A host without what only says for which device a page is made. */
export const bareHost = (host: string): string => host.replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.)|\.$/g, '');

/** The publisher whose host it is, if the table knows it. */
export const publisherAt = (hostname: string): Publisher | undefined => BY_HOST.get(bareHost(hostname));

/** Whether pages of a host are read unasked, which the manifest grants for these only; all others on the reader's click. */
export const isWatched = (hostname: string): boolean => /(?:^|\.)(?:nos|jeugdjournaal)\.nl$/.test(hostname);
