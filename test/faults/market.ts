import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePosition, type Position } from '@stallcast/protocol';
import { exampleOffer, exampleProduct } from '@stallcast/testing/fakes';
import { startTestRelay, VIEW_KEY, type TestRelay } from '../../packages/relay/src/test-relay.fixture.js';
import { HEARTBEAT_MS } from './durations.js';
import { Truth } from './truth.js';

const AT_FIRST = 400;
/** No two buyers of a cell have one surname, which is all that is left of a name on the screen. */
const surnameOf = (order: number): string => String.fromCodePoint(0x5200 + order);

/** A stall whose commands go past every fault, and what is true of it. */
export interface Market {
  readonly port: number;
  readonly key: string;
  readonly truth: Truth;
  /** Takes a paid order for one piece. */
  sell(): Promise<void>;
}

/** A market whose server can be made to fail. */
export interface FaultyMarket extends Market {
  /** Keeps a copy of what the server knows; the result starts the server anew on it, as on a restored backup. */
  backUp(): () => Promise<void>;
  /** Lets nobody read any more; the result is how they may again. */
  refuse(): Promise<() => Promise<void>>;
  /** How many pages the server sends to, where it knows. */
  readers?(): Promise<number>;
  /** How often the server was asked, where it is asked again and again. */
  asked?(): Promise<number>;
  close(): Promise<void>;
}

/** A market on a relay in this process. */
export interface RelayMarket extends FaultyMarket {
  readonly relay: TestRelay;
  readers(): Promise<number>;
}

/** Sends one command, with an id of its own; gives the place in the log that it was answered with. */
export type SendCommand = (command: Record<string, unknown>) => Promise<Position>;

/** The commands of a market over whatever way they are sent. */
export async function openMarket(send: SendCommand): Promise<Pick<Market, 'truth' | 'sell'>> {
  const truth = new Truth();
  let orders = 0;
  await send({ type: 'put-product', product: exampleProduct({ id: 'peach', title: '阳山水蜜桃' }) });
  await send({ type: 'put-offer', offer: exampleOffer({ id: 'peach', productId: 'peach' }) });
  await send({ type: 'set-stock', productId: 'peach', onHand: AT_FIRST });
  truth.note(await send({ type: 'feature', productIds: ['peach'] }), AT_FIRST);
  return {
    truth,
    async sell() {
      const orderId = `order-${++orders}`;
      const name = `${surnameOf(orders)}某某`;
      const order = { orderId, lines: [{ productId: 'peach', qty: 1 }], status: 'paid', buyer: { name } };
      const position = await send({ type: 'record-order', order });
      truth.orders.push(orderId);
      truth.note(position, truth.left - 1);
    },
  };
}

/** Starts a relay in this process, and a market on it. */
export async function openRelayMarket(): Promise<RelayMarket> {
  const relay = await startTestRelay({ pingIntervalMs: HEARTBEAT_MS, origins: [] });
  const copies: string[] = [];
  let commands = 0;
  const send: SendCommand = async (command) =>
    readPosition(await relay.command({ id: `market-${++commands}`, ...command }));
  const { truth, sell } = await openMarket(send);
  return {
    relay,
    get port() {
      return relay.relay.port;
    },
    key: VIEW_KEY,
    truth,
    sell,
    async readers() {
      return (await relay.relay.stalls.find('orchard'))?.feed.readers ?? 0;
    },
    backUp() {
      const folder = mkdtempSync(join(tmpdir(), 'stallcast-backup-'));
      copies.push(folder);
      cpSync(relay.folder, folder, { recursive: true, filter: (path) => !path.endsWith('.lock') });
      const then = { left: truth.left, orders: truth.orders.length };
      return async () => {
        await relay.restart({ folder });
        truth.orders.splice(then.orders);
        truth.note(await relay.position(), then.left);
      };
    },
    async refuse() {
      await relay.restart({ viewKey: 'another-key-for-a-while' });
      return () => relay.restart({ viewKey: VIEW_KEY });
    },
    async close() {
      await relay.stop();
      for (const folder of copies) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The answer to a command is a place in the log and more. */
export function readPosition({ epoch, offset }: Position): Position {
  const position = parsePosition(`${epoch}.${offset}`);
  if (!position) throw new Error('The relay answered without a place in its log.');
  return position;
}
