import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { Options } from './options.tsx';

const texts = await pageTexts();
render(<Options texts={texts} />, document.body);
