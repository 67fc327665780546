import { expect, test } from 'vitest';
import { VersionCount } from '../../../src/archive/index/version-count.ts';

test('counts the articles of a bundle, and those of a file among them with what the bundle has of them', () => {
  const versions = new VersionCount();
  for (const [article, fingerprint] of [
    [1, 10],
    [1, 20],
    [2, 10],
    [3, 10],
    [3, 20],
  ] as const)
    versions.add(article, fingerprint);
  expect([versions.articles, versions.inFile]).toEqual([3, { articles: 0, versioned: 0 }]);
  versions.see(1);
  versions.see(1);
  versions.see(2);
  expect(versions.inFile).toEqual({ articles: 2, versioned: 1 });
  versions.add(2, 10);
  versions.add(2, 4_000_000_001);
  versions.add(2, 30);
  expect([versions.articles, versions.inFile]).toEqual([3, { articles: 2, versioned: 2 }]);
  expect([1, 2, 3, 4].map((article) => versions.isInFile(article))).toEqual([true, true, false, false]);
});
