import type { CDPSession, Page } from '@playwright/test';
import { readPng, type Picture } from '../visual/read-png.js';

/** What one frame of an overlay shows, as far as a viewer can tell. */
export interface SeenFrame {
  /** Ms since the page began. */
  at: number;
  theme: string;
  /** The tags of what is on the canvas. */
  tags: string;
  /** What the first card says is left; empty without one. */
  left: string;
  /** Whether that bears a mark of its age. */
  isMarked: boolean;
}

/** Has a page write down each frame that differs from the one before and shows something, from its very first. */
export async function recordFrames(page: Page): Promise<() => Promise<SeenFrame[]>> {
  await page.addInitScript(() => {
    const frames: SeenFrame[] = [];
    const see = (): Omit<SeenFrame, 'at'> | null => {
      const canvas = document.querySelector<HTMLElement>('#canvas');
      if (!canvas || Number(getComputedStyle(canvas).opacity) === 0) return null;
      const room = canvas.querySelector('stall-room');
      const scene = room?.querySelector('stall-scene')?.shadowRoot;
      const shown = [...(scene ?? room ?? document.createElement('i')).querySelectorAll('*')].filter(
        (element) =>
          element.localName.startsWith('stall-') && element.shadowRoot && element.getClientRects().length > 0,
      );
      const tags = shown.map(({ localName }) => localName).filter((tag) => tag !== 'stall-scene');
      if (tags.length === 0) return null;
      const card = shown.find(({ localName }) => localName === 'stall-product-card')?.shadowRoot;
      const counter = card?.querySelector('stall-stock-counter')?.shadowRoot;
      return {
        theme: document.documentElement.dataset['stallTheme'] ?? '',
        tags: `${scene ? 'scene' : 'usual'}: ${[...new Set(tags)].join(' ')}`,
        left: counter?.querySelector('.count > .spoken')?.textContent?.trim() ?? '',
        isMarked: card?.querySelector('.mark.age') != null,
      };
    };
    let last = '';
    const look = (): void => {
      const seen = see();
      const text = JSON.stringify(seen);
      if (seen && text !== last) frames.push({ at: performance.now(), ...seen });
      last = text;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    (window as unknown as { seenFrames: SeenFrame[] }).seenFrames = frames;
  });
  return () => page.evaluate(() => (window as unknown as { seenFrames: SeenFrame[] }).seenFrames);
}

/** Takes pictures of what a page composites, every time that it does. */
export async function film(page: Page, session: CDPSession): Promise<() => Promise<Picture[]>> {
  const frames: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data);
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {
      // The page is gone.
    });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return async () => {
    await session.send('Page.stopScreencast');
    return frames.map((data) => readPng(Buffer.from(data, 'base64')));
  };
}

/** How many pixels of a picture have a colour, give or take what a codec changes. */
export function countColour({ pixels, channels }: Picture, [r, g, b]: readonly [number, number, number]): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += channels) {
    const near = (value: number, offset: number): boolean => Math.abs((pixels[at + offset] ?? 0) - value) <= 3;
    if (near(r, 0) && near(g, 1) && near(b, 2)) count += 1;
  }
  return count;
}

/** Makes a page believe that OBS shows it: the object of its name, and the CSS box as OBS adds it, some time after the page has loaded. */
export async function openInObs(page: Page, link: string, css: string | null, boxAfterMs = 0): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await page.addInitScript(() => {
    (window as unknown as { obsstudio: unknown }).obsstudio = { pluginVersion: '2.24.4' };
  });
  if (css !== null) {
    const script = `const obsCSS = document.createElement('style');
      obsCSS.textContent = decodeURIComponent("${encodeURIComponent(css)}");
      document.querySelector('head').appendChild(obsCSS);`;
    page.on('load', () => {
      setTimeout(() => {
        session.send('Runtime.evaluate', { expression: script }).catch(() => {
          // The page is gone.
        });
      }, boxAfterMs);
    });
  }
  await page.goto(link);
  return session;
}
