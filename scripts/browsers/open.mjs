import { openChromium } from './chromium.mjs';
import { openFirefox } from './firefox.mjs';

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Running */

/** Either browser, by its name. @param {string} name @param {Parameters<typeof openChromium>[0] & Parameters<typeof openFirefox>[0]} options */
export const openBrowser = (name, options) => (/firefox/i.test(name) ? openFirefox(options) : openChromium(options));
