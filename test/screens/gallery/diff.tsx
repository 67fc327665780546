import { useEffect } from 'preact/hooks';
import type { Changes } from '../../../src/article/changes.ts';
import { Diff } from '../../../src/screens/archive/diff.tsx';
import type { Texts } from '../../../src/screens/shared/texts.ts';
import { diffStates } from '../diff-states.ts';
import { openGallery } from './gallery.tsx';

interface State {
  changes: Changes;
  apart: boolean;
}
const states: Record<string, State> = {};
for (const [name, changes] of Object.entries(diffStates)) {
  states[name] = { changes, apart: false };
  states[`${name}-sides`] = { changes, apart: true };
}

function Drawn({ changes, apart, texts }: State & { texts: Texts }) {
  useEffect(() => {
    if (apart) document.querySelector('button')?.click();
  }, [apart]);
  return (
    <main class="alone">
      <h1 class="unseen">Terugblik</h1>
      <Diff changes={changes} names={{ old: texts.dayAndTime(1572200000000), now: texts.dayAndTime(1572210000000) }} texts={texts} />
    </main>
  );
}

openGallery(states, (state, texts) => <Drawn {...state} texts={texts} />);
