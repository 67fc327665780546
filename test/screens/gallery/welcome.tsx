import { WelcomeView } from '../../../src/screens/welcome/view.tsx';
import { idle } from '../options-view.tsx';
import { type WelcomeState, welcomeStates } from '../welcome-states.ts';
import { openGallery } from './gallery.tsx';

openGallery<WelcomeState>(welcomeStates, (state, texts) => (
  <WelcomeView
    texts={texts}
    over={state.over ?? false}
    archive={{ state: state.archive, ...idle.archive }}
    imports={{ running: state.running, origin: state.origin ?? 'chosen', ended: state.ended, ...idle.imports }}
    toolbar={state.toolbar}
    mayRead={{ isAllowed: state.isAllowed ?? true, allow: () => undefined }}
    keepRead={{ isOn: false, change: () => undefined }}
  />
));
