import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.js';
import { RIVALS } from './rivals.js';

const START_MS = 60_000;

/** A NodeCG server at work, which is told what happened. */
export interface NodeCg {
  /** The address of its graphic. */
  readonly page: string;
  readonly pid: number;
  tell(event: string, value: unknown): void;
  close(): Promise<void>;
}

/** Starts NodeCG in a project of its own, as it wants one, with the bundle of the rivals' folder. */
export async function startNodeCg(): Promise<NodeCg> {
  const project = mkdtempSync(join(tmpdir(), 'stallcast-bench-nodecg-'));
  const port = await freePort();
  cpSync(join(RIVALS, 'nodecg'), project, { recursive: true });
  copyFileSync(join(RIVALS, 'look.css'), join(project, 'bundles/stall/graphics/look.css'));
  mkdirSync(join(project, 'cfg'), { recursive: true });
  writeFileSync(join(project, 'cfg/nodecg.json'), JSON.stringify({ host: '127.0.0.1', port }));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'a-stall-in-nodecg', private: true }));
  symlinkSync(join(RIVALS, 'node_modules'), join(project, 'node_modules'));

  const child = fork(join(RIVALS, 'node_modules/nodecg/dist/server/bootstrap.js'), {
    cwd: project,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  let words = '';
  child.stderr?.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-2_000)));
  const ended = once(child, 'exit');
  const failed = ended.then(() =>
    Promise.reject(new Error(`NodeCG ended as it started: ${words || 'it said nothing'}`)),
  );
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error(`NodeCG did not start within ${START_MS / 1_000} s`)), START_MS);
  });
  try {
    await Promise.race([once(child, 'message'), failed, late]);
  } catch (error) {
    child.kill('SIGKILL');
    rmSync(project, { recursive: true, force: true });
    throw error;
  } finally {
    clearTimeout(limit);
    failed.catch(() => {});
  }

  return {
    page: `http://127.0.0.1:${port}/bundles/stall/graphics/index.html`,
    pid: child.pid ?? 0,
    tell(event, value) {
      // One that has ended hears nothing, and its page shows that; the others are measured on.
      if (child.connected) child.send({ event, value });
    },
    async close() {
      child.kill('SIGKILL');
      await ended;
      rmSync(project, { recursive: true, force: true });
    },
  };
}
