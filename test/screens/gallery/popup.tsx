import type { Context } from '../../../src/article/answers.ts';
import { PopupView } from '../../../src/screens/popup/view.tsx';
import { popupStates } from '../popup-states.ts';
import { openGallery } from './gallery.tsx';

type PopupState = Context | null | 'by-click';
const nothing = () => undefined;
openGallery<PopupState>({ ...popupStates, 'by-click': 'by-click' }, (state, texts) => (
  <PopupView
    context={state === 'by-click' ? popupStates.archived : state}
    tab={7}
    now={Date.parse('2026-11-24T12:00Z')}
    texts={texts}
    onSearch={nothing}
    mayRead={{ isAllowed: state !== 'by-click', allow: nothing }}
    onRetry={nothing}
    onKeep={async () => 'new'}
    onWhy={async () => ['dijk', 'Oosterveen', 'waterschap']}
  />
));
