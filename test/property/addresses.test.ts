import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, isNoArticle, numberedKey, recognisedKey, type WebAddress, webUrl } from '../../src/article/key.ts';
import { publisherOf } from '../../src/article/publisher.ts';

const address = fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true });
const host = fc.constantFrom(
  'nos.nl',
  'www.nos.nl',
  'ad.nl',
  'www.volkskrant.nl',
  'nu.nl',
  'tweakers.net',
  'politie.nl',
  'example.org',
  'amp.nos.nl',
);
const segment = fc.oneof(
  fc.stringMatching(/^[a-z0-9~%.-]{0,12}$/),
  fc.constantFrom('artikel', 'l', 'regio', 'nieuws', 'collectie', '2307958-slug', 'amp', 'a~b1c2d3e4'),
);
const pages = fc.tuple(host, fc.array(segment, { maxLength: 5 })).map(([name, path]) => `https://${name}/${path.join('/')}`);
const any = fc.oneof(address, pages);
const number = fc.integer({ min: 1, max: 99_999_999 });
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,4}$/);

const plainPart = fc.stringMatching(/^[\w.~!$&'()*+,;=:@/-]{0,20}(?:\?[\w.~!$&'()*+,;=:@/?%-]{0,20})?$/);

/** An address without codes of what needs none. */
const decoded = (text: string) =>
  text.replace(/%([\da-f]{2})/gi, (code, hex) => {
    const sign = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(sign) ? sign : code;
  });

test('an address is taken apart as a browser does, whose signs need no codes', () => {
  const like = fc.tuple(fc.stringMatching(/^[a-z\d.-]{1,12}$/), fc.constantFrom('nl', 'com', '1', 'x'), plainPart);
  const some = fc.oneof(
    any,
    like.map(([name, end, path]) => `https://${name}.${end}/${path}`),
  );
  const parts = ({ hostname, host: own, pathname, search }: WebAddress) => ({ hostname, host: own, pathname, search });
  fc.assert(
    fc.property(some, (one) => {
      // Codes within a code stay as they are.
      fc.pre(!/%[\da-f]?%/i.test(one));
      const apart = webUrl(one);
      expect(apart && parts(apart)).toEqual(URL.canParse(one) ? parts(new URL(decoded(one))) : null);
    }),
    { numRuns: 5000 },
  );
});

describe('the key of an address', () => {
  test('is there for every web address, and for nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(any, fc.string({ unit: 'binary' })), (some) => {
        const key = addressKey(some);
        expect(key === null).toBe(webUrl(some) === null);
        if (key !== null) expect(key).toMatch(/^[a-z][\w-]*:./);
        if (recognisedKey(some) !== null) expect([recognisedKey(some), isNoArticle(some)]).toEqual([key, false]);
        publisherOf(some);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same whatever its scheme, fragment and origin of the visitor', () => {
    fc.assert(
      fc.property(any, slug, (some, word) => {
        const key = addressKey(some);
        const url = new URL(some);
        url.hash = word;
        url.searchParams.append('utm_source', word);
        url.searchParams.append('fbclid', word);
        expect(addressKey(url.href)).toBe(key);
        if (!/^\w+:\/\/[^/]*:\d/.test(some))
          expect(addressKey(some.replace(/^https?:/, 'http:'))).toBe(addressKey(some.replace(/^https?:/, 'https:')));
      }),
      { numRuns: 1000 },
    );
  });

  test('leads to itself, taken for an address again', () => {
    fc.assert(
      fc.property(any, (some) => {
        const key = addressKey(some);
        // Of `/amp/amp` each time the last is taken off.
        fc.pre(!some.includes('amp'));
        if (key?.startsWith('url:')) expect(addressKey(`https://${key.slice('url:'.length)}`)).toBe(key);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the number of an NOS article in every form', () => {
    const form = fc.constantFrom(
      (id: number) => `https://nos.nl/l/${id}`,
      (id: number, words: string) => `http://www.nos.nl/artikel/${id}-${words}.html`,
      (id: number, words: string) => `https://nos.nl/artikel/${id}-${words}?x=1#y`,
      (id: number, words: string) => `https://nos.nl/nieuwsuur/video/${id}-${words}`,
      (id: number, words: string) => `https://nos.nl/collectie/13950-${words}/artikel/${id}-${words}`,
      (id: number, words: string) => `https://m.nos.nl/liveblog/${id}-${words}`,
      (id: number) => `http://feeds.nos.nl/~r/nosnieuwsalgemeen/~3/a1B2c3/${id}`,
    );
    fc.assert(
      fc.property(form, number, slug, (write, id, words) => {
        expect(addressKey(write(id, words))).toBe(`nos:${id}`);
        expect(numberedKey(`nos:${id}`)).toBe(`nos:${id}`);
        expect(addressKey(`https://nos.nl/regio/utrecht/artikel/${id}-${words}`)).toBe(`nos-regio:${id}`);
      }),
    );
  });
});
