import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Ledger } from '@stallcast/ledger';
import { openDatabase, type StallDatabase } from '../storage/database.js';
import { openShopLine } from './ask-shop.js';
import { pullOnce } from './pull-once.js';
import type { PullTarget } from './pull-settings.js';
import type { Shop } from './shop.js';
import { ShopFault } from './shop-fault.js';
import { shopifyShop } from './shopify-shop.js';
import { wooCommerceShop } from './woocommerce-shop.js';

/** A stall on the disk and a shop that it is pulled from, with a clock of the test's. */
export interface PulledStall {
  readonly ledger: Ledger;
  /** The relay's clock, ms. */
  now: number;
  /** What was left out, and why. */
  readonly leftOut: string[];
  /** Asks once; the fault, where there was one. */
  pull(): Promise<ShopFault | null>;
  /** Takes a command, and fails where it is refused. */
  command(type: string, fields: Record<string, unknown>): Promise<void>;
  /** As a relay that ends and starts again. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export const EVENING = Date.parse('2026-07-01T11:00:00Z');

export async function openPulledStall(target: PullTarget, timeoutMs = 5_000): Promise<PulledStall> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-pull-'));
  const clock = () => stall.now;
  let commands = 0;
  let database!: StallDatabase;
  let ledger!: Ledger;
  let shop!: Shop;

  async function open(): Promise<void> {
    database = openDatabase(join(folder, 'stallcast.db'));
    ledger = await openLedger({ stall: 'orchard', storage: database.storage('orchard'), now: clock });
    const line = openShopLine({ base: target.base, timeoutMs, maxBytes: 150_000 });
    shop = target.source === 'woocommerce' ? wooCommerceShop(target, line, clock) : shopifyShop(target, line, clock);
  }

  async function close(): Promise<void> {
    shop.close();
    await ledger.close();
    database.close();
  }

  const stall: PulledStall = {
    get ledger() {
      return ledger;
    },
    now: EVENING,
    leftOut: [],
    async pull() {
      const progress = database.pullProgress('orchard', 'the shop');
      const options = { shop, ledger, progress, now: clock, leftOut: (why: string) => void stall.leftOut.push(why) };
      try {
        await pullOnce(options, new AbortController().signal);
        return null;
      } catch (error) {
        if (error instanceof ShopFault) return error;
        throw error;
      }
    },
    async command(type, fields) {
      const outcome = await ledger.command({ id: `command-${++commands}`, type, ...fields });
      if (!outcome.ok) throw new Error(outcome.refusal.message.en);
    },
    async restart() {
      await close();
      await open();
    },
    async remove() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await open();
  return stall;
}

/** A product of the stall that is the shop's `id`. */
export function listed(id: string, sources: Record<string, string>, stockFrom: string): Record<string, unknown> {
  return { product: { id, kind: 'goods', title: id, media: [], promises: [], sources: [sources], stockFrom } };
}
