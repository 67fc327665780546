import messages from 'virtual:messages';
import { drawPage } from '../shared/page.tsx';
import { Changed } from './changes.tsx';

await drawPage(messages, (texts) => <Changed texts={texts} />);
