import { expect, test } from 'vitest';
import { unreadable } from '../../../src/archive/bundle/unreadable-post.ts';
import { remarkOn, reportOf, skip } from '../../../src/archive/import/report.ts';

test('lists every skipped file of a bundle of nothing but empty ones', () => {
  const report = reportOf(null);
  const empty = unreadable('empty');
  for (let i = 0; i < 300_000; i++) skip(report, `_posts/2019-1-1-een_bericht_over_de_dijk_bij_oosterveen_${i}.md`, empty);
  expect(report.skipped).toHaveLength(300_000);
});

test('counts on, but lists no more, where the names alone would fill the memory', () => {
  const report = reportOf(null);
  const empty = unreadable('empty');
  const name = 'x'.repeat(3000);
  for (let i = 0; i < 400_000; i++) skip(report, name, empty);
  expect(report.counts.skipped).toBe(400_000);
  expect(report.skipped.length).toBeLessThan(170_000);
  expect(report.skipped.at(-1)?.path).toHaveLength(300);
});

test('counts every remark, and lists the first thousand', () => {
  const report = reportOf(null);
  for (let i = 0; i < 1500; i++) remarkOn(report, `_posts/${i}.md`, 'no-link');
  expect([report.remarked, report.remarks.length, report.remarks.at(-1)?.path]).toEqual([1500, 1000, '_posts/999.md']);
});
