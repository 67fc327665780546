import { expect, test } from 'vitest';
import {
  type Asked,
  addressOf,
  askedIn,
  isNarrowed,
  nameOf,
  questionOf,
  readingAddress,
  searchOnly,
} from '../../../src/screens/archive/address.ts';
import { NOTHING_ASKED } from '../nothing-asked.ts';

const asked: Asked = {
  text: 'dijk "oude brug" ',
  publisher: 'De Telegraaf',
  category: 'binnenland',
  from: '2018-10-01',
  to: '2019-03-31',
  sort: 'date',
  article: 'post:krant/_posts/2019-1-1-a&b?.md',
  version: '1a2b',
  with: '3c',
  tab: 12,
};

test('says in the address all that is asked', () => {
  expect(askedIn(addressOf(asked).slice('archive.html'.length))).toEqual(asked);
  expect(addressOf(NOTHING_ASKED)).toBe('archive.html');
  expect(addressOf({ ...NOTHING_ASKED, text: 'dijk' })).toBe('archive.html?q=dijk');
});

test('leaves out what has no meaning', () => {
  expect(askedIn('?q=&from=2019-02-31&to=morgen&sort=best&tab=x&article=&publisher=')).toEqual(NOTHING_ASKED);
});

test('asks for whole days as they were in the Netherlands', () => {
  const { from, to } = questionOf(asked);
  expect(from).toBe(Date.parse('2018-10-01T00:00+02:00'));
  expect(to).toBe(Date.parse('2019-04-01T00:00+02:00') - 1);
});

test('puts the newest first where no words are asked for, else the best', () => {
  expect(questionOf(NOTHING_ASKED).sort).toBe('date');
  expect(questionOf({ ...NOTHING_ASKED, text: '  ' }).sort).toBe('date');
  expect(questionOf({ ...NOTHING_ASKED, text: 'dijk' }).sort).toBe('relevance');
  expect(questionOf({ ...NOTHING_ASKED, text: 'dijk', sort: 'date' }).sort).toBe('date');
});

test('keeps the search beside an article, and is one search with or without it', () => {
  expect(askedIn(readingAddress(asked, 'nos:1').slice('archive.html'.length))).toEqual({ ...searchOnly(asked), article: 'nos:1' });
  expect(nameOf(questionOf(asked))).toBe(nameOf(questionOf(searchOnly(asked))));
});

test('knows whether a search is narrowed', () => {
  expect(isNarrowed(NOTHING_ASKED)).toBe(false);
  expect(isNarrowed({ ...NOTHING_ASKED, to: '2019-01-01' })).toBe(true);
});
