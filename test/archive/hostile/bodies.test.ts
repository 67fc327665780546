// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { safeFragment } from '../../../src/screens/archive/safe-html.ts';
import { BODIES } from './bodies.ts';

const TAGS =
  /^(?:p|div|fig(?:ure|caption)|h[1-6]|a|em|i|strong|b|u|s|small|sub|sup|[uo]l|li|d[ltd]|br|hr|blockquote|q|cite|pre|code|table|thead|tbody|tr|t[hd]|img|span)$/;
const ATTRIBUTES = /^(?:href|alt|width|height|lang|dir|colspan|rowspan|target|rel|class)$/;

test.each(BODIES)('leaves nothing of %s that could run or ask for something', (body) => {
  const shown = document.createElement('div');
  shown.append(safeFragment(`<p>Eerst.</p>${body}`, 'Afbeelding'));
  expect(shown.textContent).toContain('Eerst.');
  for (const element of shown.querySelectorAll('*')) {
    expect(element.localName).toMatch(TAGS);
    for (const { name, value } of element.attributes) {
      expect(name).toMatch(ATTRIBUTES);
      if (name === 'href') expect(value).toMatch(/^https?:/i);
      if (name === 'class') expect(value).toBe('picture');
    }
    if (element.hasAttribute('href'))
      expect([element.getAttribute('rel'), element.getAttribute('target')]).toEqual(['noopener noreferrer', '_blank']);
  }
  expect((globalThis as { hacked?: unknown }).hacked).toBeUndefined();
});

test('keeps apart what stands in parts of its own', () => {
  const shown = document.createElement('div');
  shown.append(safeFragment('<div class="x">Een.</div><div>Twee.</div><figure>Foto<figcaption>ANP</figcaption></figure>', 'Afbeelding'));
  expect(shown.innerHTML).toBe('<div>Een.</div><div>Twee.</div><figure>Foto<figcaption>ANP</figcaption></figure>');
});

test('shows at once a picture whose size is a long row of spaces', () => {
  const started = performance.now();
  safeFragment(`<img src="https://a.nl/b.png" width="${' '.repeat(4000)}x">`, 'Afbeelding');
  expect(performance.now() - started).toBeLessThan(1000);
});
