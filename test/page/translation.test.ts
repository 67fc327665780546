// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { watchTranslation } from '../../src/page/content/translation.ts';

const html = document.documentElement;
const WRAPPED = '<font class="notranslate immersive-translate-target-wrapper" lang="en"><br>Dike</font>';
beforeEach(() => {
  html.lang = 'nl';
  html.className = '';
  document.body.innerHTML = '<p>Dijk</p>';
});

test.each([
  ['Chrome', () => html.classList.add('translated-ltr')],
  ['Chrome, into Arabic', () => html.classList.add('translated-rtl')],
  ['Edge', () => document.querySelector('p')?.setAttribute('_msttexthash', '4615702')],
  ['an extension that sets it below each paragraph', () => document.querySelector('p')?.insertAdjacentHTML('beforeend', WRAPPED)],
  [
    'Firefox',
    () => {
      html.lang = 'en';
    },
  ],
])('knows a page that %s has translated', (_, translate) => {
  const isTranslated = watchTranslation(document);
  expect(isTranslated()).toBe(false);
  translate();
  expect(isTranslated()).toBe(true);
});

test('takes a page for none that only now names its language, or its country', () => {
  html.removeAttribute('lang');
  const fromUnnamed = watchTranslation(document);
  html.lang = 'nl';
  const fromNamed = watchTranslation(document);
  html.lang = 'nl-NL';
  expect([fromUnnamed(), fromNamed()]).toEqual([false, false]);
});
