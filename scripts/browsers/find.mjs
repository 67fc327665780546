// Finds the browsers, or installs them where that is possible (Debian, as root).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};
const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/** @param {'chromium' | 'firefox'} name @returns {string | null} the path of the browser */
export function findBrowser(name) {
  return PLACES[name].find((path) => existsSync(path)) ?? null;
}

/** @param {'chromium' | 'firefox'} name @returns {string} @throws where there is none and none can be installed */
export function browserOrInstall(name) {
  const found = findBrowser(name);
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`Installing ${PACKAGES[name]} …`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', PACKAGES[name]], { stdio: 'inherit' });
  }
  const installed = findBrowser(name);
  if (!installed) throw new Error(`No ${name} found. Install ${PACKAGES[name]} and try again.`);
  return installed;
}
