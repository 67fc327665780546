import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { Popup } from './popup.tsx';

const texts = await pageTexts();
render(<Popup texts={texts} askedTab={new URLSearchParams(location.search).get('tab')} />, document.body);
