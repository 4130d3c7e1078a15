import '@stallcast/adapters/on-demand/register';
import '@stallcast/adapters/relay/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import { registerWorker } from '../service-worker/register.js';
import { startOverlay } from './overlay-page.js';

/** A page has its hands full as it comes up: what can wait, waits so long. */
const JOIN_AFTER_MS = 1_000;

setTimeout(registerWorker, JOIN_AFTER_MS);

let joined = '';
let leave = (): void => {};

void startOverlay(({ stall, room, key }) => {
  join(stall, room, key);
  const address = new URL(`/stalls/${encodeURIComponent(stall)}`, location.href);
  if (room) address.searchParams.set('room', room);
  address.hash = key;
  return `relay:${address.href}`;
});

/** Tells the relay that this overlay is there, once the page has shown something: what the operator sees of it can wait. */
function join(stall: string, room: string | undefined, key: string): void {
  const wish = JSON.stringify([stall, room, key]);
  if (!key || wish === joined) return;
  joined = wish;
  const stallUrl = new URL(`/stalls/${encodeURIComponent(stall)}`, location.href).href;
  const scene = new URLSearchParams(location.search).get('scene') ?? '';
  setTimeout(() => {
    void import('../instances/join-instances.js')
      .then(({ joinInstances }) => {
        leave();
        ({ leave } = joinInstances({ stallUrl, key, kind: 'overlay', scene, room }));
      })
      .catch(() => {});
  }, JOIN_AFTER_MS);
}
