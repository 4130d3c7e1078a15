import { Counter, Gauge, Registry } from 'prom-client';
import type { Stalls } from '../stalls.js';

/** How a reader's frames reach it. */
export type ReaderTransport = 'events' | 'socket';

/** What a relay counts, for Prometheus. Nothing runs between two scrapes: there is no timer, and what can be looked up is looked up then. */
export interface RelayMetrics {
  /** Counts a reader in; returns what counts it out again. */
  reader(transport: ReaderTransport): () => void;
  /** A webhook was answered. */
  webhook(source: string, status: number): void;
  /** A command was answered. */
  command(status: number): void;
  /** A request was refused, with the code of its problem: `body-too-large`, `wrong-key`, … */
  refused(code: string): void;
  /** All of it as text. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Creates the counters of one relay, in a registry of its own: two relays in one process do not add up. */
export function createMetrics(stalls: Stalls): RelayMetrics {
  const registry = new Registry();
  const registers = [registry];
  const readers = new Gauge({
    name: 'stallcast_readers',
    help: 'Readers connected now, by transport.',
    labelNames: ['transport'],
    registers,
  });
  const webhooks = new Counter({
    name: 'stallcast_webhooks_total',
    help: 'Webhooks answered, by source and HTTP status.',
    labelNames: ['source', 'status'],
    registers,
  });
  const commands = new Counter({
    name: 'stallcast_commands_total',
    help: 'Commands answered, by HTTP status.',
    labelNames: ['status'],
    registers,
  });
  const refused = new Counter({
    name: 'stallcast_refused_requests_total',
    help: 'Requests refused, by the code of the problem: body-too-large, wrong-key, wrong-signature and so on.',
    labelNames: ['code'],
    registers,
  });
  new Gauge({
    name: 'stallcast_log_offset',
    help: 'Changes in the log of a stall, in its present epoch.',
    labelNames: ['stall'],
    registers,
    async collect() {
      this.reset();
      for (const name of stalls.names()) {
        const stall = await stalls.find(name).catch(() => null);
        if (stall) this.set({ stall: name }, stall.ledger.position.offset);
      }
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory size in bytes.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  // What was never counted shows as zero, so that a rate has something to start from.
  for (const transport of ['events', 'socket']) readers.set({ transport }, 0);
  refused.inc({ code: 'body-too-large' }, 0);

  return {
    reader(transport) {
      readers.inc({ transport });
      let isIn = true;
      return () => {
        if (isIn) readers.dec({ transport });
        isIn = false;
      };
    },
    webhook: (source, status) => webhooks.inc({ source, status: String(status) }),
    command: (status) => commands.inc({ status: String(status) }),
    refused: (code) => refused.inc({ code }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
