import type { Log } from '../log.js';
import type { Stalls } from '../stalls.js';
import type { StallDatabase } from '../storage/database.js';
import { openShopLine } from './ask-shop.js';
import type { PullSettings, PullTarget } from './pull-settings.js';
import { startPuller, type PullState } from './puller.js';
import type { Shop } from './shop.js';
import { shopifyShop } from './shopify-shop.js';
import { wooCommerceShop } from './woocommerce-shop.js';

export interface PullingOptions {
  settings: PullSettings | undefined;
  /** The stall that the shops belong to. */
  stall: string;
  stalls: Stalls;
  database: StallDatabase;
  now: () => number;
  log: Log;
}

/** All the shops that are asked. */
export interface Pulling {
  /** How asking goes for a stall; nothing where no shop belongs to it. */
  statesOf(stall: string): PullState[];
  stop(): Promise<void>;
}

/** Starts to ask every shop that is set. Their orders go to the stall named; where there is none of that name, to the first. */
export async function startPulling(options: PullingOptions): Promise<Pulling> {
  const { settings, stalls, database, now, log } = options;
  const name = pulledStall(options.stall, stalls);
  const open = settings?.targets.length ? await stalls.find(name) : null;
  if (!settings || !open) return { statesOf: () => [], stop: () => Promise.resolve() };
  const pullers = settings.targets.map((target) => {
    const shop = openShop(target, now);
    const progress = database.pullProgress(name, `${target.source} ${target.base.href}`);
    return startPuller({ shop, ledger: open.ledger, progress, now, log, intervalMs: settings.intervalMs });
  });
  return {
    statesOf: (stall) => (stall === name ? pullers.map((puller) => puller.state()) : []),
    stop: async () => void (await Promise.all(pullers.map((puller) => puller.stop()))),
  };
}

/** The stall into which pulled orders go. */
export function pulledStall(wanted: string, stalls: Stalls): string {
  const names = stalls.names();
  return names.includes(wanted) ? wanted : (names[0] ?? wanted);
}

/** Opens a shop for asking. */
export function openShop(target: PullTarget, now: () => number): Shop {
  const line = openShopLine({ base: target.base });
  return target.source === 'woocommerce' ? wooCommerceShop(target, line, now) : shopifyShop(target, line, now);
}
