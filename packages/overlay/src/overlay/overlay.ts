import '@stallcast/adapters/on-demand/register';
import '@stallcast/adapters/relay/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import { startOverlay } from './overlay-page.js';

void startOverlay(({ stall, room, key }) => {
  const address = new URL(`/stalls/${encodeURIComponent(stall)}`, location.href);
  if (room) address.searchParams.set('room', room);
  address.hash = key;
  return `relay:${address.href}`;
});
