import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCli, runCli, type BuiltCli, type RunningCli } from './built-cli.fixture.js';
import { ask } from './test-relay.fixture.js';

// Whole processes are started here, on machines that have other work as well.
vi.setConfig({ testTimeout: 60_000 });

let cli: BuiltCli;
let folder: string;
let running: RunningCli[] = [];
beforeAll(async () => {
  cli = await buildCli();
}, 60_000);
afterAll(() => cli.remove());
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'stallcast-'))));
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[]): RunningCli => {
  const one = runCli(cli, args, { STALLCAST_DATA: folder, STALLCAST_PORT: '0', STALLCAST_DECK_KEY: 'deck-key' });
  running.push(one);
  return one;
};
const runToEnd = async (...args: string[]) => {
  const one = run(args);
  return { code: await one.ended, text: one.output() };
};
const start = async () => {
  const relay = run(['--example', '0']);
  const [, port] = await relay.shows(/127\.0\.0\.1:(\d+)\/deck/);
  await relay.shows(/Ctrl\+C/);
  return { relay, port: Number(port) };
};
const stop = async ({ child, ended }: RunningCli) => {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
};
const say = async (port: number, text: string) => {
  const body = JSON.stringify({ id: `say ${text}`, type: 'announce', text, by: 'li' });
  const answer = await ask(port, '/stalls/orchard/commands', { method: 'POST', key: 'deck-key', body });
  expect(answer.status).toBe(200);
};

describe('stallcast audit', () => {
  it('writes what was done as JSON Lines, while the relay runs', async () => {
    const { port } = await start();
    await say(port, '开卖啦');
    const { code, text } = await runToEnd('audit');
    expect(code).toBe(0);
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toEqual([
      expect.objectContaining({ stall: 'orchard', id: 'say 开卖啦', type: 'announce', by: 'li', outcome: 'accepted' }),
    ]);
  });

  it('says in a sentence which stall it does not find', async () => {
    expect(await runToEnd('audit', '--stall', 'nowhere')).toMatchObject({ code: 1 });
    const { relay } = await start();
    const { code, text } = await runToEnd('audit', '--stall', 'nowhere');
    expect(code).toBe(1);
    expect(text).toContain('There is no stall nowhere');
    await stop(relay);
  });
});

describe('stallcast restore', () => {
  it('puts a copy back when the relay has stopped, and the next start begins a new life', async () => {
    const { relay, port } = await start();
    await say(port, 'before');
    const epochOf = async (at: number) =>
      (await ask(at, '/stalls/orchard/state', { key: 'deck-key' })).json<{ epoch: string }>().epoch;
    const epoch = await epochOf(port);
    const copy = join(folder, 'copy.db');
    expect((await runToEnd('restore', copy)).text).toContain('is in use by another relay');
    await stop(relay);
    copyFileSync(join(folder, 'stallcast.db'), copy);

    const { code, text } = await runToEnd('restore', copy);
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('Restored: orchard.') as string });
    const again = await start();
    expect(again.relay.output()).toContain('begins a new life');
    expect((await epochOf(again.port)) > epoch).toBe(true);
    await stop(again.relay);
  });

  it('says how it is used, and what is no copy', async () => {
    expect((await runToEnd('restore')).text).toContain('stallcast restore <file>');
    expect((await runToEnd('restore', join(folder, 'missing.db'))).text).toContain('cannot be opened');
  });
});
