import type { Browser, Locator } from '@playwright/test';

/** A place in a picture: x, y, width, height, px. */
export type Box = readonly [x: number, y: number, width: number, height: number];

const RING =
  'position: absolute; box-sizing: border-box; border: 4px solid #ffb300; border-radius: 12px; box-shadow: 0 0 0 3px #3a1d00;';

/** Draws a ring around what is to be pressed, and gives what takes it away. */
export async function ringAround(target: Locator): Promise<() => Promise<void>> {
  const draw = (style: string | null) =>
    target.evaluate((element, text) => {
      if (text === null) element.removeAttribute('style');
      else element.setAttribute('style', text);
    }, style);
  // On the element itself and within it: nothing of the page lies above an open dialog, and a row cuts off what is outside it.
  await draw('outline: 5px solid #ffb300; outline-offset: -5px');
  return () => draw(null);
}

/** Cuts a piece out of a picture, draws rings on it and saves it. */
export async function cutPicture(
  browser: Browser,
  picture: Buffer,
  piece: Box,
  rings: readonly Box[],
  path: string,
): Promise<void> {
  const [left, top, width, height] = piece;
  const page = await browser.newPage({ viewport: { width, height } });
  const marks = rings.map(
    ([x, y, w, h]) => `<i style="${RING} left: ${x - left}px; top: ${y - top}px; width: ${w}px; height: ${h}px"></i>`,
  );
  await page.setContent(
    `<body style="margin: 0; overflow: hidden"><img src="data:image/png;base64,${picture.toString('base64')}"
      style="position: absolute; left: ${-left}px; top: ${-top}px" />${marks.join('')}</body>`,
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await page.screenshot({ path, type: 'jpeg', quality: 82 });
  await page.close();
}
