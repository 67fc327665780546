import { expect, test } from 'vitest';
import { PUBLISHERS } from '../../src/article/addresses.ts';
import { publisherOf } from '../../src/article/publisher.ts';
import { ADDRESSES } from './addresses.ts';

test.each([
  ['https://nos.nl/l/1', 'NOS'],
  ['http://feeds.nos.nl/~r/a/~3/b/1', 'NOS'],
  ['https://www.jeugdjournaal.nl/l/1', 'NOS Jeugdjournaal'],
  ['https://m.nu.nl/binnenland/1/x.html', 'NU.nl'],
  ['https://www.example.org/a', 'example.org'],
  ['https://web.archive.org/web/2021/https://www.nu.nl/binnenland/1/x.html', 'NU.nl'],
  ['https://www-ad-nl.translate.goog/a?_x_tr_tl=en', 'AD'],
])('calls the publisher of %s %s', (address, name) => {
  expect(publisherOf(address)).toBe(name);
});

test.each([null, '', 'geen adres'])('has no publisher for %j', (address) => {
  expect(publisherOf(address)).toBeNull();
});

test('gives every publisher a host of its own and addresses to test', () => {
  const hosts = PUBLISHERS.flatMap((publisher) => publisher.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  for (const { space } of PUBLISHERS.flatMap(({ articles }) => articles)) {
    expect(
      Object.keys(ADDRESSES).some((key) => key.startsWith(`${space}:`)),
      space,
    ).toBe(true);
  }
});
