/*
 * The page of a rival: it shows what it hears, as it is written in tutorials, and is looked at every frame as ours is. It has no mark.
 */
const output = globalThis.document.querySelector('output');
const sights = [];
const calls = [];
let at = '';

/** Shows news. */
globalThis.show = (news) => {
  at = news.at;
  output.textContent = String(news.left);
};
/** Calls an order out. */
globalThis.callOut = (order) => {
  calls.push(order);
};

const now = () => performance.timeOrigin + performance.now();
const look = () => {
  const left = output.textContent ? Number(output.textContent) : null;
  const label = left === null ? 'waiting' : 'live';
  const last = sights.at(-1);
  if (last && last.at === at && last.left === left) {
    last.until = now();
    last.frames += 1;
  } else sights.push({ from: now(), until: now(), frames: 1, at, left, label });
  globalThis.requestAnimationFrame(look);
};
look();
globalThis.watched = { sights, calls, orders: () => [] };
