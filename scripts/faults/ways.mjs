// The ways in which an import is struck in a real browser.

/** @typedef {import('../browsers/open.mjs').Running} Running */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ kept: boolean, restarts: boolean, strike(running: Running, page: Page): Promise<void> }} Way `kept`: the import goes on all the same; `restarts`: the browser is gone */

/** The processes of an extension's pages: Firefox tells them to its own code only. @param {import('puppeteer-core').Browser} browser */
async function firefoxProcesses(browser) {
  const { connection } = /** @type {any} */ (browser);
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await connection.send('script.callFunction', {
    functionDeclaration: `async () => {
      const { children } = await ChromeUtils.requestProcInfo();
      return children.filter(({ type }) => type === 'extension').map(({ pid }) => pid).join();
    }`,
    target: { context: result.contexts[0].context },
    awaitPromise: true,
  });
  return String(answer.result.result.value).split(',').filter(Boolean).map(Number);
}

/** @type {Record<string, Way>} */
export const WAYS = {
  'background stopped': { kept: true, restarts: false, strike: (running) => running.stopBackground() },
  'tab closed': { kept: false, restarts: false, strike: (_running, page) => page.close() },
  'renderer killed': {
    kept: false,
    restarts: false,
    async strike({ browser, base }, page) {
      if (base.startsWith('moz-')) for (const pid of await firefoxProcesses(browser)) process.kill(pid, 'SIGKILL');
      else {
        const session = await page.createCDPSession();
        // It never answers: what should is gone.
        void session.send('Page.crash').catch(() => undefined);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      await Promise.race([page.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 3000))]);
    },
  },
  'browser killed': {
    kept: false,
    restarts: true,
    async strike({ browser }) {
      const child = browser.process();
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await ended;
    },
  },
};
