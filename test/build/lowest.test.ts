import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../scripts/build/pack.mjs';

const DIST = join(import.meta.dirname, '../../dist');
const { minimum_chrome_version } = JSON.parse(readFileSync(join(DIST, 'chrome/manifest.json'), 'utf8'));
const { browser_specific_settings } = JSON.parse(readFileSync(join(DIST, 'firefox/manifest.json'), 'utf8'));
const LOWEST = {
  chrome: Number.parseInt(minimum_chrome_version, 10),
  firefox: Number.parseInt(browser_specific_settings.gecko.strict_min_version, 10),
};

interface Newer {
  what: string;
  /** Finds a use of it in built code. */
  use: RegExp;
  /** The first version that has it, of each browser; by MDN's compatibility data. */
  chrome: number;
  firefox: number;
  example: string;
}

/** What a browser of the last years may lack, and code is easily written with. A use that asks first whether it is there counts as none. */
const NEWER: Newer[] = [
  {
    what: 'Set methods',
    use: /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
    chrome: 122,
    firefox: 127,
    example: 'a.isSubsetOf(b)',
  },
  {
    what: 'iterator helpers',
    use: /\bIterator\.(?:from|prototype|concat)\b|\.(?:values|keys|entries)\(\)\.(?:map|filter|some|every|find|take|drop|reduce|toArray|flatMap|forEach)\(/,
    chrome: 122,
    firefox: 131,
    example: 'map.values().map(f)',
  },
  {
    what: 'streams in for await',
    use: /for await\s*\([^)]*\bof [^;]{0,40}\.(?:stream\(\)|body|readable)\)/,
    chrome: 124,
    firefox: 110,
    example: 'for await(let a of file.stream())',
  },
  { what: 'Array.fromAsync', use: /\bArray\.fromAsync\b/, chrome: 121, firefox: 115, example: 'Array.fromAsync(a)' },
  { what: 'Promise.try', use: /\bPromise\.try\b/, chrome: 128, firefox: 134, example: 'Promise.try(f)' },
  { what: 'RegExp.escape', use: /\bRegExp\.escape\b/, chrome: 136, firefox: 134, example: 'RegExp.escape(a)' },
  { what: 'modifiers in expressions', use: /\(\?[ims]*-?[ims]+:/, chrome: 125, firefox: 132, example: '/a(?i:b)/' },
  {
    what: 'base 64 of bytes',
    use: /\.(?:fromBase64|toBase64|setFromBase64|fromHex|toHex)\(/,
    chrome: 140,
    firefox: 133,
    example: 'Uint8Array.fromBase64(a)',
  },
  { what: 'bytes of a file or answer', use: /\.bytes\(\)/, chrome: 132, firefox: 128, example: 'await file.bytes()' },
  { what: 'URL.parse', use: /\bURL\.parse\b/, chrome: 126, firefox: 126, example: 'URL.parse(a)' },
  { what: 'Map.getOrInsert', use: /\.getOrInsert(?:Computed)?\(/, chrome: 145, firefox: 144, example: 'map.getOrInsert(a,b)' },
  { what: 'Error.isError', use: /\bError\.isError\b/, chrome: 134, firefox: 138, example: 'Error.isError(a)' },
  { what: 'Float16Array', use: /\bFloat16Array\b|\.f16round\b/, chrome: 135, firefox: 129, example: 'new Float16Array(1)' },
  { what: 'scheduler', use: /\bscheduler\.(?:yield|postTask)\(/, chrome: 129, firefox: 142, example: 'scheduler.yield()' },
  { what: 'moveBefore', use: /(?<!\.moveBefore&&[^;]{0,60})\.moveBefore\(/, chrome: 133, firefox: 144, example: 'a.moveBefore(b,c)' },
  { what: 'DurationFormat', use: /\bDurationFormat\b/, chrome: 129, firefox: 136, example: 'new Intl.DurationFormat()' },
  { what: 'explicit resources', use: /\b(?:await )?using \w+\s*=/, chrome: 134, firefox: 141, example: 'using a = b' },
  {
    what: 'the sanitizer',
    use: /\.setHTML\(|\.(?:setHTMLUnsafe|parseHTMLUnsafe)\(/,
    chrome: 124,
    firefox: 123,
    example: 'a.setHTMLUnsafe(b)',
  },
  {
    what: 'caretPositionFromPoint',
    use: /\.caretPositionFromPoint\(/,
    chrome: 128,
    firefox: 20,
    example: 'document.caretPositionFromPoint(1,2)',
  },
  { what: 'JSON modules', use: /\bwith\s*\{\s*type\s*:/, chrome: 123, firefox: 138, example: "import a from'b'with{type:'json'}" },
  { what: 'light-dark()', use: /\blight-dark\(/, chrome: 123, firefox: 120, example: 'color:light-dark(#fff,#000)' },
  { what: 'field-sizing', use: /\bfield-sizing\s*:/, chrome: 123, firefox: 999, example: 'field-sizing:content' },
  {
    what: 'interpolated sizes',
    use: /\binterpolate-size\s*:|\bcalc-size\(/,
    chrome: 129,
    firefox: 999,
    example: 'interpolate-size:allow-keywords',
  },
  { what: 'anchors', use: /\banchor-name\s*:|\bposition-anchor\s*:/, chrome: 125, firefox: 147, example: 'anchor-name:--a' },
  { what: '@scope', use: /@scope\b/, chrome: 118, firefox: 128, example: '@scope (a)' },
  { what: '::details-content', use: /::details-content/, chrome: 131, firefox: 143, example: 'details::details-content' },
  { what: 'text-box', use: /\btext-box(?:-trim|-edge)?\s*:/, chrome: 133, firefox: 999, example: 'text-box:trim-both' },
  { what: 'corner-shape', use: /\bcorner-shape\s*:/, chrome: 139, firefox: 999, example: 'corner-shape:squircle' },
];

test.each(NEWER)('knows a use of $what', ({ use, example }) => {
  expect(example).toMatch(use);
});

describe.each(['chrome', 'firefox'] as const)('in the lowest version of %s', (browser) => {
  const folder = join(DIST, browser);
  const files = filesIn(folder).filter((file) => /\.(?:js|css)$/.test(file));
  const code = files.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

  test('all that the code calls is there', () => {
    const lacking = NEWER.filter((newer) => newer[browser] > LOWEST[browser]);
    expect(lacking.length).toBeGreaterThan(3);
    const used = lacking.flatMap(({ what, use }) => code.filter(([, text]) => use.test(text)).map(([file]) => `${what}: ${file}`));
    expect(used).toEqual([]);
  });
});

test('is what the README says, and the same on Android', () => {
  const { gecko, gecko_android } = browser_specific_settings;
  expect(gecko_android.strict_min_version).toBe(gecko.strict_min_version);
  const readme = readFileSync(join(DIST, '../README.md'), 'utf8');
  expect(readme).toContain(`Chrome or Edge ${LOWEST.chrome}`);
  expect(readme).toContain(`Firefox ${LOWEST.firefox}`);
});
