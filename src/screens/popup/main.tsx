import messages from 'virtual:messages';
import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { firstSight } from './follow.ts';
import { Popup } from './popup.tsx';

const asked = new URLSearchParams(location.search).get('tab');
const [texts, seen] = await Promise.all([pageTexts(messages), firstSight(asked)]);
render(<Popup texts={texts} seen={seen} />, document.body);
