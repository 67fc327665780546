import { OptionsView } from '../../../src/screens/options/view.tsx';
import { optionsStates } from '../page-states.ts';
import { openGallery } from './gallery.tsx';

const nothing = () => undefined;
openGallery(optionsStates, (state, texts) => (
  <OptionsView
    texts={texts}
    over={false}
    {...state}
    onFiles={nothing}
    onFolder={nothing}
    onSample={nothing}
    onCancel={nothing}
    onRemove={async () => undefined}
  />
));
