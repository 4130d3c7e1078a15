import '@stallcast/adapters/local/register';
import '@stallcast/adapters/relay/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import { openLocalLedger } from '@stallcast/adapters/local';
import { watch, type Watched } from './watch.js';

declare global {
  interface Window {
    watched: Watched;
    /** Makes this page a deck of a stall in this browser's own storage. */
    openDeck(stall: string): Promise<void>;
    deckCommand(command: Record<string, unknown>): Promise<unknown>;
  }
}

const room = document.querySelector('stall-room');
const src = new URLSearchParams(location.search).get('src');
if (room && src) {
  room.src = `${src}${location.hash}`;
  window.watched = watch(room);
}

window.openDeck = async (stall) => {
  const ledger = await openLocalLedger(stall);
  window.deckCommand = (command) => ledger.command(command);
};
