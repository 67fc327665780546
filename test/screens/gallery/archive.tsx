import { ArchiveView } from '../../../src/screens/archive/view.tsx';
import { archiveStates } from '../page-states.ts';
import { openGallery } from './gallery.tsx';

openGallery(archiveStates, (found, texts) => <ArchiveView found={found} texts={texts} />);
