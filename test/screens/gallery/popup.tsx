import { PopupView } from '../../../src/screens/popup/view.tsx';
import { popupStates } from '../popup-states.ts';
import { openGallery } from './gallery.tsx';

const nothing = () => undefined;
openGallery(popupStates, (context, texts) => <PopupView context={context} texts={texts} onAllow={nothing} onRetry={nothing} />);
