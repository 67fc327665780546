import { bytes, joined, post, zipOf } from '../bundle/zip-fixture.ts';
import type { Hostile } from './hostile.ts';

const GOOD = { name: 'krant-master/_posts/goed.md', data: post('Goed bericht') };
const PAYLOAD = 'globalThis.hacked = true';
const TYPES = [
  '[1, 2]',
  '{a: 1}',
  'null',
  'true',
  '1e999',
  '-5',
  '0x10',
  '.nan',
  '2019-10-27',
  '"\\u0000"',
  '[[[]]]',
  '!!set {a}',
  '*x',
  '!!js/undefined ""',
];
const FIELDS = ['title', 'date', 'categories', 'externe_link', 'feature_image', 'aantal', 'bron'];

const utf16 = (text: string, little: boolean) => {
  const units = Uint16Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, i) => void view.setUint16(i * 2, unit, little));
  return new Uint8Array(view.buffer);
};

/** Nine anchors, each ten times the one before. */
const bomb = () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
};

/** Heads of posts by what they try, with the reason for which the post is skipped, or null where it comes in. */
const HEADS: [what: string, post: string | Uint8Array, reason: string | null][] = [
  ...['js', 'javascript', 'json', 'coffee', 'toml', 'constructor', '__proto__', 'toString', 'yaml-js', ' js'].map(
    (engine): [string, string, string] => [`the engine ${engine}`, `---${engine}\n{title: (${PAYLOAD})}\n---\nx`, 'no-front-matter'],
  ),
  ['a function', `---\ntitle: !!js/function 'function () { ${PAYLOAD} }'\n---\nx`, 'front-matter-broken'],
  ['a regular expression', '---\ntitle: !!js/regexp /(a+)+$/\n---\nx', 'front-matter-broken'],
  ['a function called at once', `---\ntitle: !!js/function '(${PAYLOAD})'\n---\nx`, 'front-matter-broken'],
  ['code in a template', '---\ntitle: "{{ globalThis.hacked = true }}"\n---\nx', null],
  ['anchors that explode', `---\ntitle: Bom\n${bomb()}\n---\nx`, null],
  ['a title of anchors that explode', `---\n${bomb()}\ntitle: *a8\ncategories: *a8\n---\nx`, null],
  ['an anchor within itself', '---\ntitle: x\na: &a [*a]\n---\nx', null],
  ['merge keys', '---\na: &a {title: x}\n<<: *a\n---\nx', null],
  ['__proto__', '---\n__proto__: {title: x, hacked: true}\ntitle: y\n---\nx', null],
  ['constructor', '---\nconstructor: {prototype: {hacked: true}}\ntitle: y\n---\nx', null],
  ['a merge of __proto__', '---\n<<: {__proto__: {hacked: true}}\ntitle: y\n---\nx', null],
  ['a title of 3 MB', `---\ntitle: "${'x'.repeat(3_000_000)}"\n---\nx`, null],
  ['a title of 10 MB', `---\ntitle: "${'x'.repeat(10_000_000)}"\n---\nx`, 'too-large'],
  ['a title of spaces', `---\ntitle: "${' '.repeat(500_000)}"\n---\nx`, null],
  ['100,000 categories', `---\ntitle: x\ncategories: [${'a, '.repeat(100_000)}b]\n---\nx`, null],
  [
    '60,000 categories, none twice',
    `---\ntitle: x\ncategories: [${Array.from({ length: 60_000 }, (_, i) => `c${i}`).join()}]\n---\nx`,
    null,
  ],
  ['100,000 fields', `---\ntitle: x\n${Array.from({ length: 100_000 }, (_, i) => `f${i}: 1`).join('\n')}\n---\nx`, null],
  ['the same field twice', '---\ntitle: x\ntitle: y\n---\nx', null],
  ['lists 50,000 deep', `---\ntitle: ${'['.repeat(50_000)}\n---\nx`, 'front-matter-broken'],
  ['mappings 5,000 deep', `---\ntitle: ${'{a: '.repeat(5000)}\n---\nx`, 'front-matter-broken'],
  ['a list for a mapping', '---\n- a\n---\nx', 'front-matter-broken'],
  ['a word for a mapping', '---\nword\n---\nx', 'front-matter-broken'],
  ['tabs', '---\ntitle: x\n\tdate: y\n---\nx', null],
  ['no end', `---\ntitle: x\n${'a: 1\n'.repeat(1000)}`, 'front-matter-open'],
  ['an end without a start', 'title: x\n---\nx', 'no-front-matter'],
  ['two documents', '---\ntitle: x\n...\n---\ntitle: y\n---\nx', null],
  ['a directive', '---\n%YAML 1.2\ntitle: x\n---\nx', 'front-matter-broken'],
  ['a byte order mark', '\ufeff---\ntitle: x\n---\nx', null],
  ['two byte order marks', '\ufeff\ufeff---\ntitle: x\n---\nx', 'no-front-matter'],
  ['CRLF', '---\r\ntitle: x\r\n---\r\nx', null],
  ['CR alone', '---\rtitle: x\r---\rx', 'no-front-matter'],
  ['UTF-16, little-endian', utf16('---\ntitle: x\n---\nx', true), null],
  ['UTF-16, big-endian', utf16('---\ntitle: x\n---\nx', false), null],
  ['UTF-16 cut off', utf16('---\ntitle: x\n---\nx', true).slice(0, -1), null],
  ['UTF-8 that is none', joined(bytes('---\ntitle: "'), Uint8Array.of(0xc3, 0x28, 0xff), bytes('"\n---\nx')), null],
  ['overlong UTF-8', joined(bytes('---\ntitle: "'), Uint8Array.of(0xc0, 0xaf), bytes('"\n---\nx')), null],
  ['half a surrogate', '---\ntitle: "\\ud800"\n---\nx', null],
  ['a NUL', '---\ntitle: x\n---\n\0', 'not-text'],
  ['entities without end', `---\ntitle: "${'&amp;'.repeat(20_000)}"\n---\nx`, null],
  ['a link to a script', '---\ntitle: x\nexterne_link: "javascript:alert(1)"\n---\nx', null],
  ['a picture of data', '---\ntitle: x\nfeature_image: "data:image/svg+xml,<svg onload=alert(1)>"\n---\nx', null],
  ['a link of 100 kB', `---\ntitle: x\nexterne_link: "https://nos.nl/${'a'.repeat(100_000)}"\n---\nx`, null],
  ['a link with a name and password', '---\ntitle: x\nexterne_link: "https://nos.nl:x@kwaad.nl/l/1"\n---\nx', null],
  ['numbers beyond all bounds', '---\ntitle: x\naantal: 99999999999999999999\nunieke: -1\n---\nx', null],
  ['a date beyond all bounds', '---\ntitle: x\ndate: 999999-99-99\n---\nx', null],
  ['a script with the name of a post', `#!/bin/sh\n${PAYLOAD}\n`, 'no-front-matter'],
];

/** Each field as something else than it is: the field goes, or the post is skipped where it is no YAML at all. */
const wrongTypes = (): [string, string, string | null][] =>
  FIELDS.flatMap((field) =>
    TYPES.map((type): [string, string, string | null] => {
      const isBroken = /^(?:\*x|!!js|!!set|2019-10-27$.)/.test(type);
      return [
        `${field}: ${type}`,
        `---\n${field === 'title' ? '' : 'title: x\n'}${field}: ${type}\n---\nx`,
        isBroken ? 'front-matter-broken' : null,
      ];
    }),
  );

export const hostileHeads = (): Hostile[] =>
  [...HEADS, ...wrongTypes()].map(([what, data, reason]) => ({
    what: `a post with ${what}`,
    file: zipOf([{ name: 'krant-master/_posts/kwaad.md', data }, GOOD]),
    good: true,
    reason,
  }));
