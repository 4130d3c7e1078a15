import type { Page } from '@playwright/test';
import { contrast, type Colour } from '@stallcast/themes';

/** A text or a drawn number as it is on screen: its colour, and the colours that it was seen on. */
export interface SeenText {
  /** Which widget, and what it says. */
  where: string;
  colour: Colour;
  /** Height of the type, or of the figures, in px. */
  px: number;
  isFigure: boolean;
  grounds: Colour[];
}

/** Figures this high, in px, are large. */
const LARGE_FIGURE_PX = 46;

/** What stands out too little from what it was seen on, in words. */
export function unreadable(texts: readonly SeenText[]): string[] {
  return texts.flatMap(({ where, colour, px, isFigure, grounds }) => {
    const least = isFigure && px >= LARGE_FIGURE_PX ? 3 : 4.5;
    if (grounds.length === 0) return [`${where}: of the colour of its ground`];
    const worst = Math.min(...grounds.map((ground) => contrast(colour, ground)));
    // Rounded as a screen does.
    return worst < least - 0.05 ? [`${where}: ${worst.toFixed(2)} of ${least}`] : [];
  });
}

/**
 * Finds every text and every drawn number in the widgets of the page, and reads from a screenshot on which colours each
 * stands. What has stepped back (a price under the stamp) and what is cut off are left out.
 */
export async function seeTexts(page: Page): Promise<SeenText[]> {
  const png = (await page.screenshot({ fullPage: true, animations: 'disabled', timeout: 60_000 })).toString('base64');
  return page.evaluate(seeInPage, png);
}

/** Runs in the page, so all that it needs is inside. */
async function seeInPage(png: string): Promise<SeenText[]> {
  const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('Expected a canvas to draw the screenshot on.');
  context.drawImage(image, 0, 0);
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

  /** Any CSS colour as numbers. */
  const colourOf = (css: string): [number, number, number, number] => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = css;
    paint.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = paint.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

  /** The part of a box that no ancestor cuts off; null where one is see-through or not there. */
  const visibleBox = (element: Element, { left, top, right, bottom }: DOMRect): DOMRect | null => {
    for (let one: Element | null = element; one && one !== document.body; one = parentOf(one)) {
      const style = getComputedStyle(one);
      if (style.opacity !== '1' || style.visibility !== 'visible' || style.clipPath.startsWith('inset(50%'))
        return null;
      if (style.overflow === 'visible' || style.display === 'contents') continue;
      const frame = one.getBoundingClientRect();
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return new DOMRect(left, top, right - left, bottom - top);
  };

  /** The colours that make up a good part of a box and are not the text's own. */
  const groundsOf = (box: DOMRect, colour: readonly number[]): [number, number, number, number][] => {
    const width = Math.floor(box.width);
    const height = Math.floor(box.height);
    const { data } = context.getImageData(Math.ceil(box.left + scrollX), Math.ceil(box.top + scrollY), width, height);
    const bins = new Map<number, [number, number, number, number]>();
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
      const distance = Math.hypot(r - (colour[0] ?? 0), g - (colour[1] ?? 0), b - (colour[2] ?? 0));
      if (distance < 40) continue;
      const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
      const bin = bins.get(key) ?? [0, 0, 0, 0];
      bins.set(key, [bin[0] + r, bin[1] + g, bin[2] + b, bin[3] + 1]);
    }
    return [...bins.values()]
      .filter(([, , , count]) => count > width * height * 0.15)
      .map(([r, g, b, count]) => [r / count, g / count, b / count, 1]);
  };

  const seen: SeenText[] = [];
  const stamps: { root: Node; box: DOMRect }[] = [];
  const add = (element: Element, box: DOMRect, css: string, px: number, isFigure: boolean, says: string): void => {
    const covered = stamps.some(
      ({ root, box: { left, right, top, bottom } }) =>
        root === element.getRootNode() &&
        !element.closest('.stamp') &&
        left < box.right &&
        box.left < right &&
        top < box.bottom &&
        box.top < bottom,
    );
    const visible = covered ? null : visibleBox(element, box);
    if (!visible || visible.width < 6 || visible.height < Math.min(px, box.height) * 0.6) return;
    // Line boxes are higher than the type in them, and what lies above or below a line is not its ground.
    const middle = (visible.top + visible.bottom) / 2;
    const half = Math.min(px, visible.height) / 2;
    const core = new DOMRect(visible.left, middle - half, visible.width, half * 2);
    const colour = colourOf(css);
    const tag = (element.getRootNode() as ShadowRoot).host.localName;
    seen.push({ where: `${tag} ${says}`, colour, px, isFigure, grounds: groundsOf(core, colour) });
  };

  const walk = (root: Document | ShadowRoot): void => {
    for (const stamp of root.querySelectorAll('.stamp')) stamps.push({ root, box: stamp.getBoundingClientRect() });
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (root === document) continue;
      const style = getComputedStyle(element);
      if (element.matches('.figure')) {
        const box = element.getBoundingClientRect();
        add(element, box, style.color, box.height, true, `figures ${element.textContent.trim()}`);
      }
      for (const node of element.closest('.figure, .spoken, style') ? [] : element.childNodes) {
        const says = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : '';
        if (!says) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const css = element instanceof SVGElement ? style.fill : style.color;
        for (const box of range.getClientRects())
          add(element, box, css, parseFloat(style.fontSize), false, says.slice(0, 24));
      }
    }
  };
  walk(document);
  return seen;
}
