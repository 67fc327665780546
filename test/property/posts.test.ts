import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storedPost } from '../../src/archive/bundle/body.ts';
import { dateOf, dateOfFileName } from '../../src/archive/bundle/date.ts';
import { readPost } from '../../src/archive/bundle/post.ts';
import { type ArticleToWrite, postFile, rfc2822 } from '../../src/archive/bundle/post-file.ts';
import { UnreadablePost } from '../../src/archive/bundle/unreadable-post.ts';
import { countWords } from '../../src/article/counts.ts';
import { paragraphsOf } from '../../src/article/html-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** Anything a text may be made of, with what has a meaning in posts more often than else. */
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      ': ',
      '"',
      "'",
      '- ',
      '&amp;',
      '<p>',
      '</p>',
      '<!--',
      '\t',
      '{',
      '[',
      '*a',
      '&a ',
      '#',
      '|',
      '>',
      '\\',
      '\0',
      '\ufeff',
    ),
  },
);
const text = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));
/** What an article's title or paragraph can be: words, perhaps strange ones. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const folded = (some: string) => some.replace(/\s+/g, ' ').trim();
// A post file has none of these.
const oneLine = (some: string) => some.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

describe('reading a post', () => {
  test('gives a post, or says why it is none, for whatever bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          text.map(bytes),
          text.map((some) => bytes(`---\n${some}\n---\n${some}`)),
        ),
        (file) => {
          let post: ReturnType<typeof readPost>;
          try {
            post = readPost('krant', '_posts/a.md', file);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadablePost);
            return;
          }
          expect(post.title).not.toBe('');
          expect(post.article).toMatch(/^(?:post|url|[a-z][\w-]*):/);
          expect(storedPost(file)).toEqual({ text: post.text, body: post.body });
          expect(post.text.endsWith(post.body)).toBe(true);
          expect(Object.getPrototypeOf(post)).toBe(Object.prototype);
          for (const paragraph of post.paragraphs) expect(paragraph).toBe(paragraph.trim());
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('gives back fields as they were written in YAML', () => {
    const quoted = (some: string) => JSON.stringify(some);
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.array(words, { maxLength: 5 }), text, (title, total, unique, categories, body) => {
        fc.pre(!body.includes('\0') && folded(title) !== '' && !/[&\ufffe\uffff]|[\ud800-\udfff]/.test(title + categories.join('')));
        const head = `title: ${quoted(title)}\naantal: ${total}\nunieke: ${unique}\ncategories: [${categories.map(quoted).join(', ')}]`;
        const post = readPost('krant', '_posts/a.md', bytes(`---\n${head}\n---\n${body.toWellFormed()}`));
        expect(post.title).toBe(title);
        expect(post.numbers).toEqual({ total, unique });
        expect(post.categories).toEqual(categories.map((one) => one.trim()).filter(Boolean));
        expect(post.body).toBe(body.toWellFormed());
        expect(post.words).toEqual(countWords(post.body));
      }),
    );
  });

  test('takes what is no date for none', () => {
    fc.assert(
      fc.property(text, (some) => {
        for (const date of [dateOf(some), dateOfFileName(some)]) expect(date === null || Number.isFinite(date)).toBe(true);
      }),
    );
  });

  test('gives back dates as mail writes them', () => {
    fc.assert(
      // Before 1937 Dutch time had seconds to its offset, which mail can't write.
      fc.property(fc.integer({ min: Date.UTC(1940, 0), max: Date.UTC(2100, 0) }), (date) => {
        expect(dateOf(rfc2822(date))).toBe(Math.floor(date / 1000) * 1000);
      }),
    );
  });
});

describe('writing an article as a post', () => {
  const article: fc.Arbitrary<ArticleToWrite> = fc.record({
    title: words,
    date: fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2060, 0) }),
    categories: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,12}$/), { maxLength: 3 }),
    link: fc.nat(9_999_999).map((number) => `https://nos.nl/l/${number + 1}`),
    picture: fc.option(fc.webUrl({ validSchemes: ['https'] })),
    publisher: fc.option(fc.stringMatching(/^[A-Z][A-Za-z ]{0,15}[a-z]$/)),
    text: fc.array(fc.record({ kind: fc.constantFrom('paragraph' as const, 'heading' as const), text: words }), { maxLength: 6 }),
  });

  test('gives the article back when it is read', () => {
    fc.assert(
      fc.property(article, (written) => {
        fc.pre(oneLine(written.title) !== '');
        const { path, bytes: file } = postFile(written);
        const post = readPost('Eigen archief', path, file);
        expect(post).toMatchObject({
          article: `nos:${written.link.slice('https://nos.nl/l/'.length)}`,
          title: oneLine(written.title),
          date: Math.floor(written.date / 1000) * 1000,
          categories: written.categories,
          picture: written.picture,
          publisher: written.publisher ?? 'NOS',
          remarks: [],
        });
        expect(post.paragraphs).toEqual(written.text.map((one) => folded(oneLine(one.text))).filter(Boolean));
        expect(post.numbers).toEqual(post.words);
      }),
      { numRuns: 500 },
    );
  });

  test('names a file that every system can hold', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: Date.UTC(2060, 0) }), (title, date) => {
        const { path } = postFile({ title, date, categories: [], link: '', picture: null, publisher: null, text: [] });
        expect(path).toMatch(/^_posts\/\d{4}-\d{1,2}-\d{1,2}-[^/:?"\\*<>|\s]+\.md$/);
      }),
    );
  });
});

describe('the text of a body', () => {
  test('is found in whatever stands there', () => {
    fc.assert(
      fc.property(text, (some) => {
        for (const paragraph of paragraphsOf(some)) {
          expect(paragraph).not.toBe('');
          expect(paragraph).toBe(folded(paragraph));
        }
      }),
    );
  });

  test('is that of its paragraphs', () => {
    const escaped = (some: string) => some.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    fc.assert(
      fc.property(
        fc.array(
          words.filter((some) => folded(some) !== ''),
          { minLength: 1, maxLength: 6 },
        ),
        (paragraphs) => {
          fc.pre(!paragraphs.join('').includes('\0'));
          expect(paragraphsOf(paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\n'))).toEqual(paragraphs.map(folded));
        },
      ),
    );
  });
});
