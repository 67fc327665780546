import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { Options } from './options.tsx';

const texts = await pageTexts(messages);
render(<Options texts={texts} />, document.body);
