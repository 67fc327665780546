// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { cleanup } from './cleanup.ts';
import { draw } from './options-drawn.tsx';

afterEach(cleanup);

const feed = (all: (selector: string) => HTMLElement[], name: string) => {
  const found = all('[data-part="feeds"] li').find((item) => item.querySelector('label')?.textContent?.trim() === name);
  if (!found) throw new Error(`no feed ${name}`);
  return found;
};

test('lists the feeds of NOS, those that are followed checked, each with how it went', () => {
  const { all } = draw('following');
  expect(all('[data-part="feeds"] input:checked')).toHaveLength(3);
  expect(feed(all, 'Nieuws').textContent).toContain('12 artikelen, 1 nieuwe versie');
  expect(feed(all, 'Tech').textContent).toContain('Nog niets opgehaald.');
  expect(feed(all, 'krant.example/een/heel/lang/adres/van/een/feed.xml').textContent).toContain('De server gaf een fout (503).');
  expect(feed(all, 'Sport').querySelector('small')).toBeNull();
});

test('follows a feed, and no longer', () => {
  const { all, did } = draw('following');
  feed(all, 'Sport').querySelector('input')?.click();
  expect(did.feeds.follow).toHaveBeenCalledWith('https://feeds.nos.nl/nossportalgemeen');
  feed(all, 'Tech').querySelector('input')?.click();
  expect(did.feeds.unfollow).toHaveBeenCalledWith('https://feeds.nos.nl/nosnieuwstech');
});

test('follows a feed by its address', () => {
  const { one, did } = draw('fresh');
  fireEvent.input(one('input[name="feed"]'), { target: { value: 'https://krant.example/feed' } });
  fireEvent.submit(one('[data-part="feeds"] form'));
  expect(did.feeds.follow).toHaveBeenCalledWith('https://krant.example/feed');
});

test('says when the browser may not ask a feed', () => {
  expect(draw('following').one('[data-part="feeds"] [role="alert"]').textContent).toContain('ander.example');
});

test('lists the feeds that were added by their address apart from those of NOS', () => {
  const [ofNos, added] = draw('following').all('[data-part="feeds"] ul');
  expect(ofNos?.children).toHaveLength(18);
  expect([...(added?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent)).toEqual([
    'krant.example/een/heel/lang/adres/van/een/feed.xml',
  ]);
  cleanup();
  expect(draw('fresh').all('[data-part="feeds"] ul')).toHaveLength(1);
});

test('asks how often to look only where something is followed', () => {
  expect(draw('fresh').all('input[name="feedMinutes"]')).toHaveLength(0);
  const { one, did } = draw('following');
  fireEvent.click(one('input[name="feedMinutes"][value="60"]'));
  expect(did.onSettings).toHaveBeenCalledWith({ feedMinutes: 60 });
});

test.each([
  ['nl', ['15 minuten', '30 minuten', '1 uur', '3 uur']],
  ['en', ['15 minutes', '30 minutes', '1 hour', '3 hours']],
])('tells in %s how often to look in hours where there are whole ones', (language, times) => {
  const labels = draw('following', language).all('label:has(> input[name="feedMinutes"])');
  expect(labels.map(({ textContent }) => textContent)).toEqual(times);
});

test('fetches an archive from an address, and says how far it is or why it did not come', () => {
  const { one, did } = draw('fresh');
  fireEvent.input(one('input[name="source"]'), { target: { value: 'https://krant.example/archief.zip' } });
  fireEvent.submit(one('form.by-address'));
  expect(did.sources.fetch).toHaveBeenCalledWith('https://krant.example/archief.zip', null);
  cleanup();
  expect(draw('fetching').one('form.by-address [role="status"]').textContent).toMatch(/krant\.example: 12.MB \/ 47.MB/);
  cleanup();
  expect(draw('following').one('form.by-address [role="alert"]').textContent).toContain('krant.example gaf een fout');
});

test('keeps a bundle up to date from its address', () => {
  const { one, did } = draw('following');
  one('button[data-action="fetch-newer"]').click();
  expect(did.sources.fetch).toHaveBeenCalledWith('https://codeload.github.com/iemand/leestmeer/zip/HEAD', 'leestmeer');
  fireEvent.click(one('input[name="daily"]'));
  expect(did.sources.setDaily).toHaveBeenCalledWith('leestmeer', false);
  one('button[data-action="forget-source"]').click();
  expect(did.sources.forget).toHaveBeenCalledWith('leestmeer');
});
