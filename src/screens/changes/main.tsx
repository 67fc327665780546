import messages from 'virtual:messages';
import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { Changed } from './changes.tsx';

render(<Changed texts={await pageTexts(messages)} />, document.body);
