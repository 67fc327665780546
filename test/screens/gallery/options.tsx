import { type OptionsState, optionsStates } from '../options-states.ts';
import { OptionsInState } from '../options-view.tsx';
import { openGallery } from './gallery.tsx';

openGallery<OptionsState>(optionsStates, (state, texts) => <OptionsInState state={state} texts={texts} />);
