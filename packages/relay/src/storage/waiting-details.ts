import type Database from 'libsql';

/** An order of which the shop is still to be asked for more. */
export interface WaitingDetail {
  stall: string;
  /** The webhook source that told of it. */
  source: string;
  /** The shop's own id. */
  orderId: string;
  /** True where a test message told of it; then what the shop says is synthetic too. */
  synthetic: boolean;
}

/** The orders that wait for their detail, kept over a restart. */
export interface WaitingDetails {
  all(): WaitingDetail[];
  /** Adds them in one step; those that wait already stay. */
  add(details: readonly WaitingDetail[]): void;
  remove(detail: WaitingDetail): void;
}

/** Made beside the ledgers' tables, also in a database that was there before it. */
export const WAITING_DETAILS_TABLE = `
  CREATE TABLE IF NOT EXISTS waiting_detail (
    stall TEXT NOT NULL, source TEXT NOT NULL, order_id TEXT NOT NULL, synthetic INTEGER NOT NULL,
    PRIMARY KEY (stall, source, order_id)
  ) STRICT
`;

export function openWaitingDetails(database: Database.Database, wrote: () => void): WaitingDetails {
  const list = database.prepare('SELECT stall, source, order_id, synthetic FROM waiting_detail ORDER BY rowid');
  const insert = database.prepare(
    'INSERT INTO waiting_detail (stall, source, order_id, synthetic) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const drop = database.prepare('DELETE FROM waiting_detail WHERE stall = ? AND source = ? AND order_id = ?');
  return {
    all: () => list.all().map(detailOf),
    add(details) {
      database
        .transaction(() => {
          for (const { stall, source, orderId, synthetic } of details)
            insert.run(stall, source, orderId, synthetic ? 1 : 0);
        })
        .immediate();
      wrote();
    },
    remove({ stall, source, orderId }) {
      drop.run(stall, source, orderId);
      wrote();
    },
  };
}

function detailOf(row: unknown): WaitingDetail {
  const { stall, source, order_id, synthetic } = row as Record<'stall' | 'source' | 'order_id', string> & {
    synthetic: number;
  };
  return { stall, source, orderId: order_id, synthetic: synthetic === 1 };
}
