import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { Welcome } from './welcome.tsx';

const texts = await pageTexts(messages);
document.title = `${texts.text('welcomeTitle')} · Terugblik`;
render(<Welcome texts={texts} />, document.body);
