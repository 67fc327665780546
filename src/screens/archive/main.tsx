import '../shared/trusted-scripts.ts';
import messages from 'virtual:messages';
import { readSettings } from '../../settings/settings.ts';
import { drawPage } from '../shared/page.tsx';
import { Archive } from './archive.tsx';
import { beReady } from './lookups.ts';

beReady();
const { pictures } = await readSettings();
await drawPage(messages, (texts) => <Archive texts={texts} pictures={pictures} />);
