import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { ROOT, TOOLS } from './project.mjs';

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network|fetch failed/i;

/**
 * One thing to do before the project runs.
 *
 * @typedef {{ words: string, work: () => Promise<unknown> }} Step
 */

/**
 * Does steps one after the other and says how long each took: `[2/4] 安装依赖 Installing dependencies … 12 s`.
 *
 * @param {readonly Step[]} steps
 */
export async function runSteps(steps) {
  for (const [index, { words, work }] of steps.entries()) {
    const startedAt = performance.now();
    process.stdout.write(`[${index + 1}/${steps.length}] ${words} … `);
    try {
      await work();
    } catch (error) {
      process.stdout.write('✗\n');
      throw error;
    }
    process.stdout.write(`${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  }
}

/**
 * Runs a program to its end, with its output in a log instead of on the screen.
 *
 * A failure names the log and shows its last lines; one of the network says so.
 *
 * @param {string} name What the log is called.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 */
export async function runLogged(name, program, args, { env = process.env, timeoutMs } = {}) {
  mkdirSync(join(TOOLS, 'logs'), { recursive: true });
  const path = join(TOOLS, 'logs', `${name}.log`);
  const log = createWriteStream(path);
  const child = spawn(program, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });

  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  await new Promise((resolve) => log.end(resolve));
  if (code === 0) return;

  const text = readFileSync(path, 'utf8').trimEnd();
  const tail = text.split('\n').slice(-12).join('\n');
  throw UNREACHABLE.test(text)
    ? new Failure(
        `连不上软件包仓库：请检查网络（或用 npm config set registry 换一个镜像）后重试。日志：${path}`,
        `The package registry cannot be reached: check the network (or choose a mirror with npm config set registry) and try again. Log: ${path}`,
      )
    : new Failure(`${tail}\n\n这一步没有成功，日志在 ${path}`, `This step did not succeed; the log is ${path}`);
}
