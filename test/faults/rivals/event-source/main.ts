import type { Sight } from '../../page/watch.js';

/*
 * What a page gets that takes its figures from an EventSource, as tutorials write it: the browser connects again by itself, and the
 * page shows what came last. It is looked at as ours is.
 */
const output = document.querySelector('output');
const source = new EventSource(new URLSearchParams(location.search).get('src') ?? '');
let at = '';
source.onmessage = ({ data }: MessageEvent<string>) => {
  const news = JSON.parse(data) as { at: string; left: number };
  at = news.at;
  if (output) output.textContent = String(news.left);
};

const sights: Sight[] = [];
const now = (): number => performance.timeOrigin + performance.now();
const look = (): void => {
  const left = output?.textContent ? Number(output.textContent) : null;
  const label = left === null ? 'waiting' : 'live';
  const last = sights.at(-1);
  if (last && last.at === at && last.left === left) {
    last.until = now();
    last.frames += 1;
  } else sights.push({ from: now(), until: now(), frames: 1, at, left, label });
  requestAnimationFrame(look);
};
look();
window.watched = { sights, calls: [], holdUps: [], orders: () => [] };
