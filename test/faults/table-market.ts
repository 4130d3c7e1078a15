import { fileURLToPath } from 'node:url';
import { openToldMarket, type ToldMarket } from './told-market.js';

/** Starts a table at an address, as a shared sheet, and a market that is written into it. */
export const openTable = (): Promise<ToldMarket> =>
  openToldMarket({ file: fileURLToPath(new URL('servers/table.mjs', import.meta.url)) });
