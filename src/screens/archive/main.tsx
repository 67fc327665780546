import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { readSettings } from '../../settings/settings.ts';
import { inLanguage } from '../shared/page-texts.ts';
import { Archive } from './archive.tsx';
import { beReady } from './lookups.ts';

beReady();
const { pictures } = await readSettings();
const isPrivate = browser.extension.inIncognitoContext === true;
await inLanguage(messages, (texts) => render(<Archive texts={texts} pictures={pictures} isPrivate={isPrivate} />, document.body));
