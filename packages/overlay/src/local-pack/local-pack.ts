import '@stallcast/adapters/local/register';
import '@stallcast/adapters/obs/register';
import '@stallcast/adapters/relay/register';
import '@stallcast/adapters/replay/register';
import '@stallcast/adapters/shopify/register';
import '@stallcast/adapters/table/register';
import '@stallcast/adapters/woocommerce/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import { startOverlay } from '../overlay/overlay-page.js';
import { passHotkeys } from './hotkeys.js';
import { startLocalDeck } from './local-deck.js';
import { readPacked } from './packed/packed.js';
import { wearPacked } from './packed/wear-packed.js';

const packed = readPacked();

// One script serves both pages, since a local file cannot load a second one as a module.
if (document.documentElement.dataset['page'] === 'deck') void startLocalDeck(packed);
else {
  wearPacked(packed);
  void startOverlay(({ stall, room }) => `local:${stall}${room ? `?room=${encodeURIComponent(room)}` : ''}`);
  passHotkeys(() => document.querySelector('stall-room')?.src ?? '');
}
