// Serves the pages of the bench, and the posts of a bundle to those contestants that don't read bundles.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const LINES_AT_ONCE = 500;

/**
 * @param {string} site folder of the built pages
 * @param {(bundle: string) => Iterable<string>} linesOf
 */
export async function serve(site, linesOf) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    // Isolated pages have finer clocks.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    if (pathname === '/posts') {
      Readable.from(inBatches(linesOf(searchParams.get('bundle') ?? ''))).pipe(response);
      return;
    }
    const path = join(site, normalize(pathname === '/' ? '/index.html' : pathname));
    if (!path.startsWith(site) || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {Iterable<string>} lines */
function* inBatches(lines) {
  let batch = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length < LINES_AT_ONCE) continue;
    yield batch.join('');
    batch = [];
  }
  yield batch.join('');
}
