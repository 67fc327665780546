// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cleanup } from './cleanup.ts';
import { draw } from './popup-drawn.tsx';

afterEach(cleanup);

describe('keeping the text of the page', () => {
  test.each([
    ['new', 'Bewaard.'],
    ['version', 'Bewaard als nieuwe versie.'],
    ['unchanged', 'Deze tekst staat al in je archief.'],
    ['too-old', 'Niet bewaard: dit is ouder dan wat je eigen archief mag houden. Die grens staat bij Instellingen.'],
    ['too-short', 'Niet bewaard: hier is te weinig tekst te lezen.'],
  ] as const)('says what came of it: %s', async (answer, said) => {
    const { one, text, onKeep } = draw('related');
    onKeep.mockResolvedValueOnce(answer);
    fireEvent.click(one('button[data-action="keep"]'));
    await vi.waitFor(() => expect(text('[data-part="kept"]')).toBe(said));
  });

  test('says why a page was not kept by itself, in place of offering it', () => {
    const { all, text } = draw('none-not-kept');
    expect(text('[data-part="kept"]')).toContain('vraagt hier om cookies of een abonnement');
    expect(all('button[data-action="keep"]')).toHaveLength(0);
  });

  test('says before it is asked that an article is older than the own archive may become', () => {
    const { all, text } = draw('related-too-old');
    expect(text('[data-part="kept"]')).toContain('ouder dan wat je eigen archief mag houden');
    expect(all('button[data-action="keep"]')).toHaveLength(0);
  });

  test('says so while it is being kept, and offers nothing meanwhile', () => {
    const { one, all, text, onKeep } = draw('archived');
    onKeep.mockReturnValueOnce(new Promise(() => undefined));
    fireEvent.click(one('button[data-action="keep"]'));
    expect(text('[data-part="kept"]')).toBe('Bewaren …');
    expect(all('button[data-action="keep"]')).toEqual([]);
  });

  test('says so when it fails, and can be tried again', async () => {
    const { one, all, text, onKeep } = draw('archived');
    onKeep.mockRejectedValueOnce(new Error('full'));
    fireEvent.click(one('button[data-action="keep"]'));
    await vi.waitFor(() => expect(text('[data-part="kept"]')).toContain('Niet bewaard'));
    fireEvent.click(one('button[data-action="keep"]'));
    await vi.waitFor(() => expect(text('[data-part="kept"]')).toBe('Bewaard.'));
    expect(all('button[data-action="keep"]')).toEqual([]);
  });

  test('is offered where there is an article, also without an archive', () => {
    expect(draw('no-archive').all('button[data-action="keep"]')).toHaveLength(1);
    cleanup();
    for (const state of ['not-article', 'no-archive-no-article'] as const) {
      expect(draw(state).all('button[data-action="keep"]')).toHaveLength(0);
      cleanup();
    }
  });
});
