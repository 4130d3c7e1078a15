import type Database from 'libsql';

/** How far a shop was asked, kept on the disk: a killed relay goes on where it was. */
export interface PullProgress {
  /** By the shop's clock, ms: all that a list held before is known. Null before the first time. */
  reached(list: string): number | null;
  /** Never goes back. */
  reach(list: string, time: number): void;
  /** Whether an order was handed to the ledger, in this session or another. */
  knows(orderId: string): boolean;
  remember(orderIds: readonly string[]): void;
}

/** A database made by an earlier version lacks these; one that has them is still read by it. */
export const PULL_TABLES = `
  CREATE TABLE IF NOT EXISTS pull_reached (
    stall TEXT NOT NULL, shop TEXT NOT NULL, list TEXT NOT NULL, reached INTEGER NOT NULL,
    PRIMARY KEY (stall, shop, list)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS pull_order (
    stall TEXT NOT NULL, shop TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (stall, shop, id)
  ) STRICT;
`;

/** Opens what is kept of one shop for one stall. */
export function openPullProgress(
  database: Database.Database,
  stall: string,
  shop: string,
  wrote: () => void,
): PullProgress {
  const reached = database.prepare('SELECT reached FROM pull_reached WHERE stall = ? AND shop = ? AND list = ?');
  const reach = database.prepare(
    'INSERT INTO pull_reached VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET reached = max(reached, excluded.reached)',
  );
  const known = database.prepare('SELECT 1 FROM pull_order WHERE stall = ? AND shop = ? AND id = ?');
  const add = database.prepare('INSERT INTO pull_order VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const knows = (id: string) => known.get(stall, shop, id) !== undefined;
  const read = (list: string) => (reached.get(stall, shop, list) as { reached: number } | undefined)?.reached ?? null;
  return {
    reached: read,
    reach(list, time) {
      if (time <= (read(list) ?? -Infinity)) return;
      reach.run(stall, shop, list, Math.floor(time));
      wrote();
    },
    knows,
    remember(orderIds) {
      const fresh = orderIds.filter((id) => !knows(id));
      if (fresh.length === 0) return;
      database
        .transaction(() => {
          for (const id of fresh) add.run(stall, shop, id);
        })
        .immediate();
      wrote();
    },
  };
}
