import { expect, test } from 'vitest';
import { citationOf } from '../../src/screens/archive/citation.ts';
import { popupStates } from './popup-states.ts';
import { textsFor } from './texts-for.ts';

const { version } = popupStates.archived;

test('cites title, publisher, date, address and the archived version', () => {
  expect(citationOf({ ...version, id: '1k3x' }, textsFor('nl'))).toBe(
    'Dijk bij Oosterveen krijgt na dertien jaar toch nieuwe bekleding. NOS, 2\u00a0september 2019. https://nos.nl/l/9000001 ' +
      'Gearchiveerd in „voorbeeld”, versie van 2\u00a0sep 2019, 18:05 (1k3x).',
  );
});

test('leaves out of a citation what is not known', () => {
  expect(
    citationOf({ ...version, id: '1k3x', title: 'Waar blijft de dijk?', publisher: null, date: null, link: null }, textsFor('en')),
  ).toBe('Waar blijft de dijk? Archived in “voorbeeld” (1k3x).');
});
