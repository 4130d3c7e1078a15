import type { FramedPage } from './begin-frames.js';

/** What waits for frames of its own needs somebody who draws them. */
export async function drawWhile<T>(page: FramedPage, done: Promise<T>): Promise<T> {
  let isDone = false;
  const over = done.finally(() => (isDone = true));
  // It is awaited below; until then it is nobody's failure.
  over.catch(() => {});
  while (!isDone) await page.damaged(1);
  return over;
}

/** An expression that is over once a page has said that it is ready. */
export const UNTIL_READY = `new Promise((done) => {
  const look = () => (document.documentElement.dataset.ready === '' ? done() : setTimeout(look, 20));
  look();
})`;
