// A real Firefox with the extension, a fresh profile, and nos.nl played on this machine.
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserOrInstall } from './find.mjs';

const UUID = '5b1f4f0e-64a8-4f0c-9a0e-7d2f1d3c9b11';
const ID = 'terugblik@leestmeer';

/**
 * @param {{ proxyPort: number, headless?: boolean, profile?: string, extension?: string, preferences?: Record<string, unknown> }} options
 *   port of the proxy that leads to the played nos.nl; a profile that is kept; the folder of another build
 */
export async function openFirefox({
  proxyPort,
  headless = true,
  profile,
  extension = join(import.meta.dirname, '../../dist/firefox'),
  preferences = {},
}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: browserOrInstall('firefox'),
    headless,
    acceptInsecureCerts: true,
    ...(profile && { userDataDir: profile }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      // The question for a permission, which no script can click, is answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      // An extension that was installed for a while loses what it stored when the browser ends otherwise.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'browser.sessionstore.resume_from_crash': false,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      ...preferences,
    },
  });
  await browser.installExtension(extension);
  const base = `moz-extension://${UUID}`;
  // Puppeteer has no call for pages of the extension or of the browser itself; the protocol below it has.
  const send = /** @type {any} */ (browser).connection.send.bind(/** @type {any} */ (browser).connection);
  const chrome = async (/** @type {string} */ functionDeclaration) => {
    const { result } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const target = { context: result.contexts[0].context };
    const answer = await send('script.callFunction', { functionDeclaration, target, awaitPromise: true });
    if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails.text);
    return answer.result.result.value;
  };
  const open = async (/** @type {string} */ path) => {
    const page = await browser.newPage();
    // goto() never settles on moz-extension addresses.
    const context = /** @type {any} */ (page.mainFrame())._id;
    await send('browsingContext.navigate', { context, url: `${base}/${path}`, wait: 'complete' });
    return page;
  };
  return {
    browser,
    base,
    open,
    /**
     * Clicks the toolbar button on a page, and reads the popup by a function of its document, given as text. The popup is
     * reached from another page of the extension, as its windows can see each other.
     * @param {import('puppeteer-core').Page} page
     * @param {string} read
     */
    async readPopup(page, read) {
      const helper = await open('options.html');
      await page.bringToFront();
      await chrome(`async () => {
        const widget = '${ID.replace('@', '_')}-browser-action';
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        window.CustomizableUI.addWidgetToArea(widget, 'nav-bar');
        const pause = () => new Promise((resolve) => window.setTimeout(resolve, 50));
        let button = null;
        for (let i = 0; !button && i < 100; i++) {
          button = window.document.getElementById(widget)?.querySelector('.unified-extensions-item-action-button');
          await pause();
        }
        button.click();
        return true;
      }`);
      const seen = await helper.evaluate(`(async () => {
        const read = ${read};
        for (let i = 0; i < 200; i++) {
          const [popup] = browser.extension.getViews({ type: 'popup' });
          const state = popup?.document.querySelector('main')?.dataset.state;
          if (state && state !== 'loading') return JSON.stringify(read(popup.document));
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return 'null';
      })()`);
      await chrome(`async () => {
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        window.document.querySelector('browser.webextension-popup-browser')?.closest('panel')?.hidePopup();
        return true;
      }`);
      await helper.close();
      return JSON.parse(/** @type {string} */ (seen));
    },
    /** Shows all pages in light or dark colours. @param {import('puppeteer-core').Page} _page @param {'light' | 'dark'} scheme */
    colours: (_page, scheme) =>
      chrome(`async () => {
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1});
        return true;
      }`),
    /** Lets the extension into private windows, as a reader does on the browser's page of extensions. */
    allowPrivate: () =>
      chrome(`async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID('${ID}');
        await ExtensionPermissions.add('${ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, extension);
        await (await AddonManager.getAddonByID('${ID}')).reload();
        return true;
      }`),
    /** Opens a page of the extension in a tab of a container. @param {string} path */
    openInContainer: (path) =>
      chrome(`async () => {
        const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        gBrowser.addTab('${base}/${path}', { userContextId: 2, triggeringPrincipal });
        return true;
      }`),
    /** What the browser's console holds of errors in a script of the extension. @param {string} script @returns {Promise<string[]>} */
    async errors(script) {
      const messages = await chrome(`async () => JSON.stringify(Services.console.getMessageArray()
        .filter((one) => one instanceof Ci.nsIScriptError && one.sourceName === '${base}/${script}' && !(one.flags & one.warningFlag))
        .map(String))`);
      return JSON.parse(messages);
    },
    /** Stops the background page, as the browser does when it is idle. */
    stopBackground: () => chrome(`async () => { await WebExtensionPolicy.getByID('${ID}').extension.terminateBackground(); return true; }`),
    close: () => browser.close(),
  };
}
