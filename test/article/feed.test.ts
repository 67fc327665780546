import { describe, expect, test } from 'vitest';
import { feedItems as itemsOf } from '../../src/article/feed.ts';
import { articleTextOf } from '../../src/article/html-text.ts';

const feedItems = (xml: string, address = 'https://example.org/nieuws/feed') => itemsOf(xml, address);
const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>NOS Nieuws</title>${items}</channel></rss>`;
const ITEM = `<item><title><![CDATA[Dijk & duin]]></title><link>https://nos.nl/artikel/123-dijk</link>
  <description><![CDATA[<p>De dijk is klaar.</p><h2>Duin</h2><p>Het duin niet.</p>]]></description>
  <pubDate>Tue, 24 Nov 2026 11:00:00 +0100</pubDate><guid isPermaLink="false">https://nos.nl/l/123</guid>
  <enclosure url="https://cdn.nos.nl/a.jpg" length="0" type="image/jpeg"/></item>`;

test('reads an RSS item with its whole text, its permanent address and its picture', () => {
  expect(feedItems(rss(ITEM))).toEqual([
    {
      title: 'Dijk & duin',
      address: 'https://nos.nl/l/123',
      published: Date.parse('2026-11-24T10:00:00Z'),
      html: '<p>De dijk is klaar.</p><h2>Duin</h2><p>Het duin niet.</p>',
      picture: 'https://cdn.nos.nl/a.jpg',
      isLiveblog: false,
    },
  ]);
});

test('takes an item’s link where its id is no address, and its content where that is longer', () => {
  const item = `<item><title>A</title><guid>x-1</guid><link>https://example.org/a</link><description>kort</description><content:encoded>${'lang '.repeat(9)}</content:encoded></item>`;
  expect(feedItems(rss(item))).toMatchObject([
    { address: 'https://example.org/a', published: null, picture: null, html: expect.stringContaining('lang') },
  ]);
});

test('reads Atom', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>A</title><link href="https://example.org/a"/><updated>2026-11-24T10:00:00Z</updated><content type="html">&lt;p&gt;Tekst&lt;/p&gt;</content></entry></feed>`;
  expect(feedItems(atom)).toMatchObject([{ address: 'https://example.org/a', html: '<p>Tekst</p>' }]);
});

const atom = (entry: string, of = '') => `<feed xmlns="http://www.w3.org/2005/Atom"${of}><entry><title>A</title>${entry}</entry></feed>`;

describe('finds an article by the address at which it is read', () => {
  test.each([
    [
      'an id that only names it, as blogs have',
      rss(
        '<item><title>A</title><link>https://example.org/2026/dijk</link><guid isPermaLink="false">https://example.org/?p=12</guid></item>',
      ),
      'https://example.org/2026/dijk',
    ],
    [
      'the same in Atom',
      atom('<id>https://example.org/?p=12</id><link href="https://example.org/2026/dijk"/>'),
      'https://example.org/2026/dijk',
    ],
    ['an id alone', rss('<item><title>A</title><guid>https://example.org/dijk</guid></item>'), 'https://example.org/dijk'],
    [
      'other links before it',
      atom(
        '<link rel="replies" href="https://example.org/c"/><link rel="self" href="https://example.org/f"/><link rel="alternate" href="https://example.org/a"/>',
      ),
      'https://example.org/a',
    ],
    ['a link without the site', rss('<item><title>A</title><link>/dijk</link><guid>12</guid></item>'), 'https://example.org/dijk'],
    [
      'a link from another place',
      atom('<link href="dijk"/>', ' xml:base="https://krant.example/2026/"'),
      'https://krant.example/2026/dijk',
    ],
  ])('%s', (_, xml, address) => {
    expect(feedItems(xml)).toMatchObject([{ address }]);
  });
});

test('reads an entry in markup of its own by its paragraphs', () => {
  const content = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Een.</p><p>Twee &amp; drie.</p></div></content>';
  expect(articleTextOf(feedItems(atom(`<link href="https://example.org/a"/>${content}`))?.[0]?.html ?? '').paragraphs).toEqual([
    'Een.',
    'Twee & drie.',
  ]);
});

test('tells when an entry was published, not when it was last changed', () => {
  const dates = '<updated>2026-11-25T10:00:00Z</updated><published>2026-11-24T10:00:00Z</published>';
  expect(feedItems(atom(`<link href="https://example.org/a"/>${dates}`))).toMatchObject([
    { published: Date.parse('2026-11-24T10:00:00Z') },
  ]);
});

test('takes the title of an entry for its own, not that of where it came from', () => {
  const xml =
    '<feed><entry><source><title>Bron</title><link href="https://bron.example/"/></source><title type="html">&lt;i&gt;Dijk&lt;/i&gt; &amp;amp; duin</title><link href="https://example.org/a"/></entry></feed>';
  expect(feedItems(xml)).toMatchObject([{ title: 'Dijk & duin', address: 'https://example.org/a' }]);
});

describe('what is broken', () => {
  test.each([
    ['HTML instead of a feed', '<!doctype html><html><body><h1>Storing</h1></body></html>'],
    ['nothing', ''],
    ['JSON', '{"items":[]}'],
    ['a hundred thousand elements inside each other', '<a>'.repeat(100_000)],
  ])('is no feed: %s', (_, text) => {
    expect(feedItems(text)).toBeNull();
  });

  test('keeps the items that are whole where the feed is cut off', () => {
    expect(feedItems(rss(ITEM + ITEM).slice(0, -250))).toHaveLength(2);
    expect(feedItems(rss(ITEM).replace('<title>', '<title'))?.length).toBeLessThanOrEqual(1);
  });

  test('leaves out items without a title or an address', () => {
    expect(feedItems(rss('<item><title>A</title></item><item><link>https://a.nl/b</link></item>'))).toEqual([]);
  });

  test('does not expand the entities of a document', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]>${rss('<item><title>&b;</title><link>https://a.nl/b</link></item>')}`;
    expect(feedItems(bomb)?.[0]?.title.length ?? 0).toBeLessThan(20);
  });
});
