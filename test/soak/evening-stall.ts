import type { SourceEvent } from '@stallcast/protocol';
import { startTestRelay, type TestRelay } from '../../packages/relay/src/test-relay.fixture.js';

const BUYERS = ['王**', '李**', '欧阳**', '陈**', '赵**', '阿依**'];
const TICK_MS = 16;
const MOST_AT_ONCE = 500;
/** So long an order is alone on the screen. */
const ALONE_MS = 1_300;
/** So much is left at rest: a number of always the same length. */
export const LEFT = '5000';
/** So much is there before a surge. */
const MUCH = 900_000;

/** A real relay with the example stall, and a shop that sells as much as is wished. */
export interface EveningStall {
  readonly relay: TestRelay;
  /** Orders that the relay took. */
  readonly events: number;
  /** Sells for so long, at most so many orders a second; fewer where the relay's disk is not as fast. */
  sell(ms: number, perSecond: number): Promise<void>;
  /** Sells one, and leaves the time that it takes to be shown. */
  sellOne(): Promise<void>;
  /** Puts on the shelf what a surge takes. */
  stock(): Promise<void>;
  /** Puts on the shelf what makes the number left the same as ever. */
  rest(): Promise<void>;
  command(command: Record<string, unknown>): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it with the pages of this folder. */
export async function openEveningStall(pages: string): Promise<EveningStall> {
  const relay = await startTestRelay({ example: true, pages });
  let [made, events, commands] = [0, 0, 0];

  const order = (): SourceEvent => {
    made += 1;
    return {
      type: 'order',
      eventId: `soak-${made}`,
      source: 'woocommerce',
      sourceVersion: made,
      orderId: `soak-${made}`,
      status: made % 50 === 0 ? 'cancelled' : 'paid',
      lines: [{ ref: { id: '93' }, qty: 1 }],
      total: { minor: 3_990, currency: 'CNY', exponent: 2 },
      buyer: { mask: BUYERS[made % BUYERS.length] ?? '' },
      region: { level: 'province', name: '江苏' },
      occurredAt: new Date().toISOString(),
    };
  };
  const take = async (count: number): Promise<void> => {
    const { ledger } = (await relay.relay.stalls.find('orchard'))!;
    const outcome = await ledger.accept(Array.from({ length: count }, order));
    if (!outcome.ok) throw new Error(outcome.refusal.message.en);
    events += count;
  };
  const stall: EveningStall = {
    relay,
    get events() {
      return events;
    },
    async sell(ms, perSecond) {
      const beganAt = performance.now();
      let sold = 0;
      for (let passed = 0; passed < ms; passed = performance.now() - beganAt) {
        const due = Math.min(MOST_AT_ONCE, Math.floor((passed / 1_000) * perSecond) - sold);
        if (due > 0) await take(due);
        sold += due;
        await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      }
    },
    async sellOne() {
      await take(1);
      await new Promise((resolve) => setTimeout(resolve, ALONE_MS));
    },
    stock: () => stall.command({ type: 'set-stock', productId: 'peach', onHand: MUCH }),
    rest: () => stall.command({ type: 'set-stock', productId: 'peach', onHand: Number(LEFT) }),
    async command(fields) {
      commands += 1;
      await relay.command({ id: `soak-command-${commands}`, ...fields });
    },
    restart: () => relay.restart(),
    close: () => relay.stop(),
  };
  await stall.rest();
  return stall;
}
