import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { readSettings } from '../../settings/settings.ts';
import { pageTexts } from '../shared/page-texts.ts';
import { Archive } from './archive.tsx';
import { beReady } from './lookups.ts';

beReady();
const [texts, { pictures }] = await Promise.all([pageTexts(messages), readSettings()]);
render(<Archive texts={texts} pictures={pictures} isPrivate={browser.extension.inIncognitoContext === true} />, document.body);
