import type { Locator } from '@playwright/test';

/** A rectangle of the page, in CSS pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** What can be read and pressed in a part of a page: by these a picture is known to be old. */
export interface PageFacts {
  /** How wide a sample is in the fonts that this machine has for the page, in CSS pixels: with others lines break elsewhere. */
  letters: number;
  words: string;
  keys: Readonly<Record<string, Box>>;
}

interface Found {
  letters: number;
  words: string[];
  keys: { name: string; box: [number, number, number, number] }[];
}

const KEYS = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button]';

/** Reads what a host sees inside a part of the page: its words in their order, and where its keys lie. */
export async function readPageFacts(part: Locator, clip: Box): Promise<PageFacts> {
  const { letters, words, keys } = await part.evaluate(look, { clip, selector: KEYS });
  const named: Record<string, Box> = {};
  for (const { name, box } of keys) {
    let unlike = name;
    for (let n = 2; named[unlike]; n += 1) unlike = `${name} (${n})`;
    named[unlike] = box;
  }
  return {
    letters,
    words: settled(words.join(' | ')),
    keys: Object.fromEntries(Object.entries(named).map(([name, box]) => [settled(name), box])),
  };
}

/** Writes what differs from run to run as if it did not: the port, the time of day. */
export function settled(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:7788')
    .replace(/\b\d{1,2}:\d{2}\b/g, '00:00')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Runs in the page, and looks into open shadow roots. */
function look(part: Element, { clip: [left, top, width, height], selector }: { clip: Box; selector: string }): Found {
  const paper = document.createElement('canvas').getContext('2d');
  const app = document.querySelector('studio-app, deck-app') ?? document.body;
  if (paper) paper.font = `100px ${getComputedStyle(app).fontFamily}`;
  const letters = Math.round(paper?.measureText('按住，拖进 OBS. Hold and drag 39.90').width ?? 0);
  const found: Found = { letters, words: [], keys: [] };
  const topmost = (x: number, y: number): Element | null => {
    let element = document.elementFromPoint(x, y);
    while (element?.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element;
  };
  const holds = (outer: Element, inner: Element | null): boolean => {
    for (let node: Node | null = inner; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
      if (node === outer) return true;
    return false;
  };
  const isSeen = (box: DOMRect, element: Element): boolean => {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    if (box.width < 2 || box.height < 2) return false;
    if (x < left || x > left + width || y < top || y > top + height) return false;
    return holds(element, topmost(x, y));
  };
  const visit = (root: Element | ShadowRoot): void => {
    for (const node of root.childNodes) {
      if (node instanceof Text && node.data.trim() !== '' && node.parentElement) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const [line] = range.getClientRects();
        if (line && isSeen(line, node.parentElement)) found.words.push(node.data);
      }
      if (!(node instanceof Element)) continue;
      // What is drawn small inside a key is a picture.
      if (node instanceof HTMLSlotElement || node.localName === 'stall-scene') continue;
      if (node.matches(selector)) {
        const box = node.getBoundingClientRect();
        const field = node as HTMLInputElement;
        const name =
          node.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? (node as HTMLElement).innerText;
        if (isSeen(box, node))
          found.keys.push({
            name: `${node.localName} ${name}`,
            box: [Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)],
          });
      }
      visit(node);
      if (node.shadowRoot) visit(node.shadowRoot);
    }
  };
  visit(part);
  if (part.shadowRoot) visit(part.shadowRoot);
  return found;
}
