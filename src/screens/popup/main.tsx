import messages from 'virtual:messages';
import { render } from 'preact';
import { isAbout } from '../../background/context/is-about.ts';
import { pageTexts } from '../shared/page-texts.ts';
import { seen, settings } from './first-sight.ts';
import { Popup } from './popup.tsx';

/** Nobody sees what is drawn sooner, and drawing it takes its time from the background that wakes meanwhile. */
const UNSEEN = 200;
const untilSeen = () => new Promise<null>((resolve) => setTimeout(resolve, UNSEEN - performance.now(), null));

const [texts, { tab, url, kept, answer }] = await Promise.all([pageTexts(messages, settings), seen]);
// The page may have gone on to another article.
const shown = kept && url && isAbout(kept, url) ? kept : null;
const context = shown ?? (await Promise.race([answer, untilSeen()]).catch(() => null));
render(<Popup texts={texts} tab={tab} kept={context} answer={answer} />, document.body);
