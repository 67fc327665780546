import { render } from 'preact';
import browser from 'webextension-polyfill';
import { textsFor } from '../shared/texts.ts';
import { Archive } from './archive.tsx';

const texts = textsFor(browser.i18n.getUILanguage());
document.documentElement.lang = texts.language;
const asked = new URLSearchParams(location.search);
render(<Archive texts={texts} article={asked.get('article')} version={asked.get('version')} />, document.body);
