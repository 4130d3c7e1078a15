import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Measures `npm start` in a fresh clone of what is committed, with nothing kept from before and only Node, npm and the system's own programs at hand:
 * from Enter to the printed links, the first time and the second. Writes `first-start.json`.
 *
 * `node test/walks/first-start.mjs`, on a quiet machine; `STALLCAST_BARE_PATH` names a folder that holds node and npm and nothing else.
 */
const root = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'stallcast-first-start-'));
const clone = join(home, 'clone');
const bare = process.env.STALLCAST_BARE_PATH;
const env = {
  HOME: home,
  PATH: bare ? [bare, '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(delimiter) : process.env.PATH,
};
// Which registry there is, is the machine's and not the project's.
for (const name of Object.keys(process.env)) if (/^npm_config_|proxy$/i.test(name)) env[name] = process.env[name];
const registry = execFileSync('npm', ['config', 'get', 'registry'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
env.npm_config_registry = registry.trim();

/** Seconds from Enter to the last printed line. */
async function start() {
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--', '--port', '0', '--data', join(home, 'data')], {
    cwd: clone,
    env,
    detached: true,
  });
  let printed = '';
  await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        printed += part;
        if (printed.includes('Ctrl+C')) resolve(undefined);
      });
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  return seconds;
}

try {
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const [first, second] = [await start(), await start()];
  const cores = availableParallelism();
  const found = {
    firstSeconds: Math.round(first),
    secondSeconds: Number(second.toFixed(1)),
    machine: {
      'zh-CN': cores === 2 ? '两核的机器' : `${cores} 核的机器`,
      en: cores === 2 ? 'a machine of two cores' : `a machine of ${cores} cores`,
    },
  };
  writeFileSync(join(import.meta.dirname, 'first-start.json'), `${JSON.stringify(found, null, 2)}\n`);
  console.log(found);
} finally {
  rmSync(home, { recursive: true, force: true });
}
