import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { firstSight } from './follow.ts';
import { Popup } from './popup.tsx';

const asked = new URLSearchParams(location.search).get('tab');
const [texts, { tab, context }] = await Promise.all([pageTexts(), firstSight(asked)]);
render(<Popup texts={texts} tab={tab} atHand={context} />, document.body);
