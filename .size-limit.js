// How much each page and script may load, compressed, in one language; held by npm test.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DIST = join(import.meta.dirname, 'dist/chrome');

/** A file of the build and all that loads with it: the page itself, scripts, styles, what these import, and of the texts the Dutch ones. */
function loadedWith(file, found = new Set()) {
  if (found.has(file) || /-en-[^/]*\.js$/.test(file)) return found;
  found.add(file);
  const code = readFileSync(join(DIST, file), 'utf8');
  for (const [, path] of code.matchAll(/(?:src=|href=|from|import\(?)["'`](\.\/[^"'`]+\.(?:js|css)|\.\.?\/[^"'`]+\.js)["'`]/g))
    loadedWith(join(dirname(file), path), found);
  return found;
}
const page = (name) => [...loadedWith(`${name}.html`)];
const limit = (name, files, most) => ({ name, path: files.map((file) => join('dist/chrome', file)), limit: most, gzip: true });

export default [
  // In both languages.
  limit('popup', page('popup'), '30 kB'),
  limit('options page', page('options'), '68 kB'),
  limit('archive page', page('archive'), '52 kB'),
  limit('changes page', page('changes'), '38 kB'),
  limit('first page', page('welcome'), '60 kB'),
  limit('every news page', ['content.js'], '5.3 kB'),
  limit('an article', ['reading.js'], '9.2 kB'),
  limit('a page of another site', ['moved.js'], '6 kB'),
  limit('a page read by its look', ['readable.js'], '15 kB'),
  limit('overview pages', ['marks.js'], '4.4 kB'),
  limit('background', ['background.js'], '63 kB'),
  limit('background that keeps and follows', ['background-later.js'], '116 kB'),
  limit('search worker', ['assets/lookup-worker-*.js'], '65 kB'),
  limit('import worker', ['assets/worker-*.js'], '92 kB'),
];
