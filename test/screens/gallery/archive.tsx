import { ArchiveView } from '../../../src/screens/archive/view.tsx';
import { archiveStates } from '../archive-states.ts';
import { openGallery } from './gallery.tsx';

const nothing = () => undefined;
openGallery(archiveStates, (state, texts) => <ArchiveView {...state} texts={texts} onAsk={nothing} onType={nothing} onMore={nothing} />);
