import { render } from 'preact';
import browser from 'webextension-polyfill';
import { textsFor } from '../shared/texts.ts';
import { Popup } from './popup.tsx';

const texts = textsFor(browser.i18n.getUILanguage());
document.documentElement.lang = texts.language;
render(<Popup texts={texts} askedTab={new URLSearchParams(location.search).get('tab')} />, document.body);
