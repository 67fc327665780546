import { tell } from './background.ts';
import { type AskCounts, markLinks } from './mark-links.ts';

interface ExtensionApi {
  i18n: { getMessage(name: string): string };
  storage: { local: { onChanged: { addListener(listener: (changes: Changes) => void): void } } };
}
type Changes = Record<string, { newValue?: { marks?: boolean } } | undefined>;

declare global {
  var terugblikMarks: (() => void) | undefined;
}

const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
const extension = browser ?? chrome;

// Switched on, it comes into each open page once more.
if (extension && !globalThis.terugblikMarks) {
  const end = () => {
    globalThis.terugblikMarks?.();
    globalThis.terugblikMarks = undefined;
  };
  const ask: AskCounts = async (keys) => {
    // The extension may be gone or updated under a page that stays open; its marks go with it.
    const answer = await tell('archived-counts', { keys }).catch(end);
    return Array.isArray(answer) ? answer : null;
  };
  const label = (count: number) => extension.i18n.getMessage(count === 1 ? 'marked_one' : 'marked_other').replace('{count}', String(count));
  globalThis.terugblikMarks = markLinks(document, ask, label);
  extension.storage.local.onChanged.addListener(({ settings }) => {
    if (settings && settings.newValue?.marks !== true) end();
  });
}
