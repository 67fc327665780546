// Plays nos.nl, and other sites, on this machine: an https server with articles of our own, and a proxy for browsers that can't map hosts.
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import { generate } from 'selfsigned';

/** Goes on to another article as the site does: first the address, then, after a moment, what is drawn. */
const CLIENT = `
  async function draw() {
    const path = location.pathname;
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    if (path !== location.pathname) return;
    document.title = page.title;
    document.querySelector('main').replaceWith(page.querySelector('main'));
  }
  function go(path) {
    history.pushState({}, '', path);
    return draw();
  }
  addEventListener('popstate', draw);
  addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.persisted = persisted; });
`;

/** @param {{ title: string, paragraphs: string[] }} article */
const page = ({ title, paragraphs }) => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,"><script>${CLIENT}</script></head>
<body><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;

/** The sites that are played, each with all below it. */
const HOSTS = ['nos.nl', 'example'];

/** @typedef {Awaited<ReturnType<typeof playNos>>} Nos */

/**
 * Serves articles by their path; any other path is a page that is no article.
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Answer
 * @param {Record<string, { title: string, paragraphs: string[], delay?: number } | { html: string, delay?: number } | Answer>} articles
 *   with how long the answer takes, or whole pages, or what answers in its own way
 * @param {readonly string[]} others sites that are played as well
 */
export async function playNos(articles, others = []) {
  const hosts = [...HOSTS, ...others];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'nos.nl' }]);
  /** Every address that was asked for. @type {string[]} */
  const asked = [];
  const server = createServer({ key, cert }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://nos.nl');
    asked.push(`${request.headers.host}${pathname}`);
    const article = articles[pathname] ?? { title: 'NOS', paragraphs: [] };
    if (typeof article === 'function') return article(request, response);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    setTimeout(() => response.end('html' in article ? article.html : page(article)), article.delay ?? 0);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  /** Hosts that a browser asked for and was refused. @type {string[]} */
  const refused = [];
  const proxy = createHttp((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    socket.on('error', () => {});
    if (!hosts.some((host) => `.${request.url}`.endsWith(`.${host}:443`))) {
      refused.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const proxyPort = /** @type {import('node:net').AddressInfo} */ (proxy.address()).port;
  return {
    hosts,
    port,
    proxyPort,
    asked,
    refused,
    close() {
      server.closeAllConnections();
      server.close();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
