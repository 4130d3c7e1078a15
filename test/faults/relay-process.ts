import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '@stallcast/protocol';
import { buildCli, runCli, type BuiltCli, type RunningCli } from '../../packages/relay/src/built-cli.fixture.js';
import { HEARTBEAT_MS } from './durations.js';
import { openMarket, readPosition, type Market } from './market.js';

const VIEW_KEY = 'view-key-of-a-process';
const DECK_KEY = 'deck-key-of-a-process';

/** A market on a relay that is a process of its own, so that it can be frozen and killed. */
export interface ProcessMarket extends Market {
  readonly child: ChildProcess;
  close(): Promise<void>;
}

/** Where processes are started from: the command line, built from the sources. */
export { buildCli, type BuiltCli };

export async function openProcessMarket(cli: BuiltCli): Promise<ProcessMarket> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-process-'));
  const running = runCli(cli, ['start', '--port', '0', '--data', folder, '--example', '0'], {
    STALLCAST_VIEW_KEY: VIEW_KEY,
    STALLCAST_DECK_KEY: DECK_KEY,
    STALLCAST_HEARTBEAT_MS: String(HEARTBEAT_MS),
  });
  const port = await portOf(running);
  let commands = 0;
  const { truth, sell } = await openMarket(async (command) => {
    const answer = await fetch(`http://127.0.0.1:${port}/stalls/orchard/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${DECK_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: `process-${++commands}`, ...command }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return readPosition((await answer.json()) as Position);
  });
  return {
    port,
    key: VIEW_KEY,
    truth,
    sell,
    child: running.child,
    async close() {
      running.child.kill('SIGCONT');
      running.child.kill('SIGKILL');
      await running.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function portOf(running: RunningCli): Promise<number> {
  const [, port] = await running.shows(/http:\/\/127\.0\.0\.1:(\d+)\//);
  return Number(port);
}
