import type { VersionLine } from '../../article/answers.ts';
import type { Texts } from './texts.ts';

/** What a version is called among those of its article. */
export interface VersionName {
  /** Its date to the minute; where others have that too, to the second; where they have even that, with a number. */
  when: string;
  /** Its headline, where only that tells more than a number. */
  title: string | null;
}

/** How a date is told to the minute, and how to the second. */
type Telling = readonly [toMinute: Texts['dayAndTime'], toSecond: Texts['dayAndSeconds']];

/** The names of an article's versions by their ids: no two are alike. */
export function versionNames(
  versions: readonly VersionLine[],
  texts: Texts,
  [toMinute, toSecond]: Telling = [texts.dayAndTime, texts.dayAndSeconds],
): ReadonlyMap<string, VersionName> {
  const names = new Map<string, VersionName>();
  for (const [minute, ofMinute] of groupedBy(versions, ({ date }) => toMinute(date))) {
    const seconds = groupedBy(ofMinute, ({ date }) => toSecond(date));
    for (const [second, alike] of seconds) {
      const when = seconds.size > 1 ? second : minute;
      const hasTitles = new Set(alike.map(({ title }) => title)).size > 1;
      alike.forEach(({ id, title }, i) => {
        names.set(id, { when: alike.length > 1 ? `${when} (${i + 1})` : when, title: hasTitles ? title : null });
      });
    }
  }
  return names;
}

/** Whether the dates of two versions say which is the older one; else the archive has them in the order of its files. */
export const isOrderKnown = (a: VersionLine, b: VersionLine): boolean => a.date !== null && b.date !== null && a.date !== b.date;

/** Whether they do not of two that follow each other. */
export const hasUnknownOrder = (versions: readonly VersionLine[]): boolean =>
  versions.some((one, i) => i > 0 && !isOrderKnown(versions[i - 1] as VersionLine, one));

function groupedBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
