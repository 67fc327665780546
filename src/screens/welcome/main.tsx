import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { drawPage } from '../shared/page.tsx';
import { Welcome } from './welcome.tsx';

await drawPage(messages, (texts) => <Welcome texts={texts} />);
