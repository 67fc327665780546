import { PopupView } from '../../../src/screens/popup/view.tsx';
import { popupStates } from '../popup-states.ts';
import { openGallery } from './gallery.tsx';

const nothing = () => undefined;
openGallery(popupStates, (context, texts) => (
  <PopupView
    context={context}
    tab={7}
    now={Date.parse('2026-11-24T12:00Z')}
    texts={texts}
    onSearch={nothing}
    onAllow={nothing}
    onRetry={nothing}
    onKeep={async () => 'new'}
    onWhy={async () => ['dijk', 'Oosterveen', 'waterschap']}
  />
));
