import { render } from 'preact';
import browser from 'webextension-polyfill';
import { textsFor } from '../shared/texts.ts';
import { Options } from './options.tsx';

const texts = textsFor(browser.i18n.getUILanguage());
document.documentElement.lang = texts.language;
render(<Options texts={texts} />, document.body);
