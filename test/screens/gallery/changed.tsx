import { ChangedView } from '../../../src/screens/changes/view.tsx';
import { PrivateWindow } from '../../../src/screens/shared/private-window.tsx';
import { type ChangedState, changedStates } from '../changed-states.ts';
import { openGallery } from './gallery.tsx';

openGallery<ChangedState | null>({ ...changedStates, private: null }, (state, texts) =>
  state ? (
    <ChangedView found={state.found} texts={texts} onMore={() => undefined} />
  ) : (
    <PrivateWindow texts={texts} onOpen={async () => true} />
  ),
);
