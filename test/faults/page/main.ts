import '@stallcast/adapters/local/register';
import '@stallcast/adapters/relay/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import { openLocalLedger } from '@stallcast/adapters/local';
import { tableAdapter } from '@stallcast/adapters/table';
import { registerScheme } from '@stallcast/protocol';
import { byPosition, bySpec, watch, type Watched } from './watch.js';

declare global {
  interface Window {
    watched: Watched;
    /** Makes this page a deck of a stall in this browser's own storage. */
    openDeck(stall: string): Promise<void>;
    deckCommand(command: Record<string, unknown>): Promise<unknown>;
  }
}

const query = new URLSearchParams(location.search);
// No connection string asks a table more often than every five seconds. Here time runs faster.
const speed = Number(query.get('speed') ?? 1);
registerScheme('fast-table', (url) => tableAdapter({ url, intervalMs: 5_000, internals: { speed, alone: true } }));

const room = document.querySelector('stall-room');
const src = query.get('src');
if (room && src) {
  room.src = `${src}${location.hash}`;
  window.watched = watch(room, src.startsWith('fast-table:') ? bySpec : byPosition);
}

window.openDeck = async (stall) => {
  const ledger = await openLocalLedger(stall);
  window.deckCommand = (command) => ledger.command(command);
};
