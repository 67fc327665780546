import { expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import nl from '../../public/_locales/nl/messages.json';
import { distance } from '../../src/screens/shared/distance.ts';
import { textsFor } from './texts-for.ts';

const placeholders = (message: string) => [...message.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

test('has the same texts in both languages, in the same order', () => {
  expect(Object.keys(en)).toEqual(Object.keys(nl));
});

test('has the same placeholders in both languages', () => {
  for (const [key, { message }] of Object.entries(nl)) {
    expect(placeholders(en[key as keyof typeof nl].message), key).toEqual(placeholders(message));
  }
});

test('names no two texts alike but for capitals, which browsers do not tell apart', () => {
  const names = Object.keys(nl).map((key) => key.toLowerCase());
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('has no empty text', () => {
  for (const { message } of [...Object.values(nl), ...Object.values(en)]) expect(message.trim()).not.toBe('');
});

test('has both forms of each plural', () => {
  const keys = Object.keys(nl);
  const stems = (ending: string) => keys.filter((key) => key.endsWith(ending)).map((key) => key.slice(0, -ending.length));
  expect(stems('_one')).toEqual(stems('_other'));
});

test.each([
  ['nl', 'nl'],
  ['nl-BE', 'nl'],
  ['en-US', 'en'],
  ['en', 'en'],
  ['de', 'nl'],
])('speaks to a browser in %s: %s', (browser, language) => {
  expect(textsFor(browser).language).toBe(language);
});

test('counts in one and many', () => {
  const { plural } = textsFor('nl');
  expect([0, 1, 2, 1200].map((count) => plural('versions', count))).toEqual(['0 versies', '1 versie', '2 versies', '1.200 versies']);
});

test('tells dates as in the Netherlands', () => {
  const midnight = Date.parse('2019-10-27T23:30:00Z');
  expect(textsFor('nl').day(midnight)).toBe('28\u00a0oktober 2019');
  expect(textsFor('en').day(midnight)).toBe('28\u00a0October 2019');
  expect(textsFor('en').dayAndTime(Date.parse('2019-09-02T16:05Z'))).toMatch(/^2\u00a0Sept? 2019, 18:05$/);
  expect(textsFor('nl').day(null)).toBe('datum onbekend');
});

test('makes no time of the day of a date that has none', () => {
  const { dayAndTime, dayAndSeconds, dayOfYearAndTime, dayOfYearAndSeconds } = textsFor('nl');
  const [day, minute] = [Date.parse('2019-10-27'), Date.parse('2019-10-27T00:01Z')];
  expect([dayAndTime(day), dayAndSeconds(day), dayOfYearAndTime(day)]).toEqual(['27\u00a0okt 2019', '27\u00a0okt 2019', '27\u00a0okt']);
  expect([dayAndTime(minute), dayOfYearAndSeconds(minute)]).toEqual(['27\u00a0okt 2019, 02:01', '27\u00a0okt, 02:01:00']);
});

test.each([
  ['2019-09-02T00:05+02:00', '2019-09-01T23:55+02:00', 'later', '1 dag later'],
  ['2019-09-02T00:05+02:00', '2019-09-02T23:55+02:00', 'same', 'dezelfde dag'],
  ['2019-08-03T12:00+02:00', '2019-09-02T12:00+02:00', 'earlier', '30 dagen eerder'],
  ['2019-08-02T12:00+02:00', '2019-09-02T12:00+02:00', 'earlier', '1 maand eerder'],
  ['2018-03-02T12:00+02:00', '2019-09-02T12:00+02:00', 'earlier', '18 maanden eerder'],
  ['2020-09-01T12:00+02:00', '2019-09-02T12:00+02:00', 'later', '1 jaar later'],
  ['2019-04-12T12:00+02:00', '2026-10-22T12:00+02:00', 'earlier', '7 jaar eerder'],
  ['1999-09-01T12:00+02:00', '2019-09-02T12:00+02:00', 'earlier', '20 jaar eerder'],
])('says where %s lies from %s', (date, from, side, text) => {
  expect(distance(Date.parse(date), Date.parse(from), textsFor('nl'))).toEqual({ side, text });
});

test('says nothing of a distance where a date is unknown', () => {
  expect(distance(null, 0, textsFor('nl'))).toBeNull();
  expect(distance(0, null, textsFor('nl'))).toBeNull();
});
