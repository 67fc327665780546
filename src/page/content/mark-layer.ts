const STYLE = `
:host { all: initial !important; position: absolute !important; top: 0 !important; left: 0 !important; z-index: 1 !important; }
ul, li { margin: 0; padding: 0; list-style: none; }
li {
  position: absolute; top: 0; left: 0; display: flex; align-items: center; gap: 2px; height: 16px; padding: 0 5px 0 3px;
  box-sizing: border-box; border-radius: 8px; color: #fff; background: #14595c; box-shadow: 0 0 0 1px #fffc;
  font: 600 10px/16px system-ui, sans-serif; pointer-events: none; user-select: none; white-space: nowrap;
}
svg { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
`;
const DRAWING = ['M3 8a5 5 0 1 0 1.6-3.7', 'M3 2.6v2.6h2.6', 'M8 5.4V8l1.8 1.2'];
const GAP = 4;
const HOST = 'terugblik-marks';

/** What is drawn over a page: a mark beside each of some links. Nothing of it stands among the page's own elements. */
export interface MarkLayer {
  /** Draws the mark of a link, in place of one that it had. */
  mark(link: HTMLElement, count: number, label: string): void;
  unmark(link: HTMLElement): void;
  /** Puts the marks of some links where these stand now. */
  place(links: Iterable<HTMLElement>): void;
  remove(): void;
}

/** Lays a layer over a page: behind a closed shadow root no style of the page comes in, and none goes out. */
export function layMarks(document: Document): MarkLayer {
  // Of a version that was updated or switched off: its marks stay where its script is ended at once, as in Firefox, or has nothing to ask.
  for (const left of document.querySelectorAll(HOST)) left.remove();
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const list = document.createElement('ul');
  list.setAttribute('aria-label', 'Terugblik');
  root.append(style, list);
  const marks = new Map<HTMLElement, HTMLElement>();
  // At once, and there is always one: what the page sees of it tells nothing of what is archived. Behind the body it would end
  // a page's styles for the last child.
  document.documentElement.insertBefore(host, document.body);
  const layer: MarkLayer = {
    mark(link, count, label) {
      layer.unmark(link);
      const mark = document.createElement('li');
      mark.append(drawing(document), String(count));
      mark.setAttribute('aria-label', label);
      marks.set(link, mark);
      list.append(mark);
    },
    unmark(link) {
      marks.get(link)?.remove();
      marks.delete(link);
    },
    place(links) {
      // All is measured before anything moves, so that the page is laid out once.
      const origin = host.getBoundingClientRect();
      const widest = document.documentElement.clientWidth;
      const placed = [...links].flatMap((link) => {
        const mark = marks.get(link);
        const end = mark && endOf(link);
        return end ? [{ mark, x: Math.min(end.right + GAP, widest - mark.offsetWidth), y: end.top + end.height / 2 - 8 }] : [];
      });
      for (const { mark, x, y } of placed)
        mark.style.transform = `translate(${Math.round(x - origin.left)}px, ${Math.round(y - origin.top)}px)`;
    },
    remove() {
      host.remove();
      marks.clear();
    },
  };
  return layer;
}

function drawing(document: Document): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  for (const [name, value] of Object.entries({ width: '10', height: '10', viewBox: '0 0 16 16', 'aria-hidden': 'true' }))
    svg.setAttribute(name, value);
  for (const line of DRAWING) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', line);
    svg.append(path);
  }
  return svg;
}

/** Where the last line of a link's heading, or else of its text, ends; null where nothing of it is drawn. */
function endOf(link: HTMLElement): DOMRect | null {
  const range = link.ownerDocument.createRange();
  range.selectNodeContents(link.querySelector('h1, h2, h3, h4, h5, h6') ?? link);
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  return lines.at(-1) ?? null;
}
