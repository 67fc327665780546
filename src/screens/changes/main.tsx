import messages from 'virtual:messages';
import { render } from 'preact';
import { inLanguage } from '../shared/page-texts.ts';
import { Changed } from './changes.tsx';

await inLanguage(messages, (texts) => render(<Changed texts={texts} />, document.body));
