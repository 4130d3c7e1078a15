#!/usr/bin/env node
import { Mishap } from './mishap.js';
import { addStall } from './verbs/add-stall.js';
import { audit } from './verbs/audit.js';
import { help } from './verbs/help.js';
import { keys } from './verbs/keys.js';
import { links } from './verbs/links.js';
import { restore } from './verbs/restore.js';
import { send } from './verbs/send.js';
import { start } from './verbs/start.js';

const VERBS: Readonly<Record<string, (args: readonly string[]) => Promise<void> | void>> = {
  start,
  send,
  links,
  keys,
  stall: addStall,
  audit,
  restore,
  // The parser of style sheets is loaded for this alone.
  'lint-theme': async (args) => (await import('./verbs/lint-theme.js')).lintTheme(args),
  help,
};

/** Runs one command line. Without a verb the relay starts. */
async function run(args: readonly string[]): Promise<void> {
  const [first = 'start', ...rest] = args;
  if (['-h', '--help', '-v', '--version'].includes(first)) return help(args);
  if (first.startsWith('-')) return start(args);
  const verb = VERBS[first];
  if (!verb) {
    throw new Mishap(
      '没有这个命令：可用的有 start、send、links、keys、stall add、audit、restore、lint-theme、help。',
      'There is no such command: use start, send, links, keys, stall add, audit, restore, lint-theme or help.',
    );
  }
  return verb(rest);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof Mishap) process.stderr.write(`\n${error.zh}\n${error.en}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
