import messages from 'virtual:messages';
import { render } from 'preact';
import { isAbout } from '../../background/context/is-about.ts';
import { pageTexts } from '../shared/page-texts.ts';
import { seen, settings } from './first-sight.ts';
import { Popup } from './popup.tsx';

const [texts, { tab, url, kept, answer }] = await Promise.all([pageTexts(messages, settings), seen]);
// The page may have gone on to another article.
const context = kept && url && isAbout(kept, url) ? kept : null;
render(<Popup texts={texts} tab={tab} kept={context} answer={answer} />, document.body);
