import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Gallery } from '../screens/gallery/gallery.tsx';

/** What finds what is amiss, to be run in a page: its policy lets no script be added otherwise. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The pages of the gallery, each of which draws a screen in all of its states. */
export const SCREENS = ['popup', 'diff', 'options', 'welcome', 'archive', 'changed'];

/** What the pages of the gallery know, and those that axe was given to. */
declare const gallery: Gallery;
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
};

/** What axe finds on a page as it stands. Runs in the page. */
export async function violations(): Promise<string[]> {
  const found = await axe.run({ resultTypes: ['violations'], preload: false });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** What axe finds in every state of a gallery page, by all rules or by one. Runs in the page. */
export async function violationsOfStates(language: string, rule: string | null): Promise<string[]> {
  const amiss: string[] = [];
  for (const state of gallery.states) {
    gallery.show(state, language);
    const found = await axe.run({ resultTypes: ['violations'], preload: false, ...(rule && { runOnly: [rule] }) });
    for (const { id, nodes } of found.violations) amiss.push(`${state}, ${language}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  }
  return amiss;
}

/** The states of a gallery page that are wider than the window, with what sticks out. Runs in the page. */
export async function tooWide(language: string): Promise<string[]> {
  const amiss: string[] = [];
  for (const state of gallery.states) {
    gallery.show(state, language);
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) continue;
    const widest = [...document.body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    amiss.push(`${state}, ${language}: ${scrollWidth} of ${clientWidth} pixels, ${widest?.outerHTML.slice(0, 120)}`);
  }
  return amiss;
}

/**
 * What is drawn on a colour of its own where the system gives all colours: there the browser puts the colour of the page behind its
 * text, on which that is not to be read. Runs in the page.
 */
export async function unreadInForcedColours(language: string): Promise<string[]> {
  const ofPage = getComputedStyle(document.documentElement).backgroundColor;
  const amiss: string[] = [];
  for (const state of gallery.states) {
    gallery.show(state, language);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { backgroundColor, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & { forcedColorAdjust: string };
      const isOfPage = [ofPage, 'rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(backgroundColor);
      if (isOfPage || forcedColorAdjust !== 'auto' || element.localName === 'mark' || !element.textContent) continue;
      amiss.push(`${state}, ${language}: ${backgroundColor} ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return amiss;
}
