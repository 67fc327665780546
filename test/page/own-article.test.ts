import { expect, test } from 'vitest';
import type { PageArticle } from '../../src/article/answers.ts';
import { ownArticle } from '../../src/page/content/own-article.ts';

const article = (id: number, of = id): PageArticle => ({
  key: `nos:${id}`,
  address: `https://nos.nl/l/${id}`,
  title: `Kop ${of}`,
  paragraphs: [`Tekst ${of}.`],
  published: 1,
  modified: null,
  keywords: ['dijk'],
  kind: 'article',
});
const EMPTY = { title: '', paragraphs: [], published: null, keywords: [] };

/** Reads a page that shows one article after another. */
const reading = (status = 200, isTranslated = () => false) => {
  let shown: PageArticle | null = null;
  const read = ownArticle(
    () => shown,
    { address: 'https://nos.nl/l/1', status },
    () => true,
    isTranslated,
  );
  return (article: PageArticle | null) => {
    shown = article;
    return read();
  };
};

test('gives what the page shows', () => {
  const read = reading();
  expect(read(null)).toBeNull();
  expect(read(article(1))).toEqual(article(1));
  expect(read({ ...article(1), title: 'Nieuwe kop' })).toMatchObject({ title: 'Nieuwe kop', paragraphs: ['Tekst 1.'] });
});

test('leaves out the text of the article before, also under the heading of the next', () => {
  const read = reading();
  read(article(1));
  expect(read(article(2, 1))).toEqual({ ...article(2), ...EMPTY });
  expect(read({ ...article(2), paragraphs: ['Tekst 1.'] })).toEqual({ ...article(2), ...EMPTY });
  expect(read(article(2))).toEqual(article(2));
  expect(read(article(1, 2))).toEqual({ ...article(1), ...EMPTY });
});

test('leaves out the heading of the article before where neither has a text', () => {
  const read = reading();
  read({ ...article(1), paragraphs: [] });
  expect(read({ ...article(2, 1), paragraphs: [] })).toMatchObject({ key: 'nos:2', title: '' });
  expect(read({ ...article(2), paragraphs: [] })).toMatchObject({ key: 'nos:2', title: 'Kop 2' });
});

test.each([404, 410])('takes no page that answers %d for the article, and says that it is gone', (status) => {
  expect(reading(status)(article(1))).toEqual({ ...article(1), ...EMPTY, isGone: true });
});

test.each([403, 503])('takes no page that answers %d for the article', (status) => {
  expect(reading(status)(article(1))).toEqual({ ...article(1), ...EMPTY });
});

test('reads nothing of a page that has not drawn the article of its address, and nothing of what it shows meanwhile counts', () => {
  let isDrawn = false;
  const read = ownArticle(
    () => article(1, 9),
    { address: 'https://nos.nl/', status: 200 },
    () => isDrawn,
    () => false,
  );
  expect(read()).toEqual({ ...article(1), ...EMPTY });
  isDrawn = true;
  expect(read()).toEqual(article(1, 9));
});

test('reads the article that a page goes on to from one that is gone', () => {
  expect(reading(404)(article(2))).toEqual(article(2));
});

test('gives the own text of an article that was translated after it was read, and none of one that was not', () => {
  let isTranslated = false;
  const read = reading(200, () => isTranslated);
  read(article(1));
  isTranslated = true;
  expect(read({ ...article(1), title: 'Head 1', paragraphs: ['Text 1.'] })).toEqual(article(1));
  expect(read({ ...article(2), title: 'Head 2', paragraphs: ['Text 2.'] })).toEqual({ ...article(2), ...EMPTY, isTranslated: true });
  isTranslated = false;
  expect(read(article(2))).toEqual(article(2));
});
