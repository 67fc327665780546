import { ChangedView } from '../../../src/screens/changes/view.tsx';
import { changedStates } from '../changed-states.ts';
import { openGallery } from './gallery.tsx';

openGallery(changedStates, ({ found }, texts) => <ChangedView found={found} texts={texts} onMore={() => undefined} />);
