import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { drawPage } from '../shared/page.tsx';
import { Options } from './options.tsx';

await drawPage(messages, (texts) => <Options texts={texts} />);
