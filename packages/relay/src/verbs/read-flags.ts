import { parseArgs } from 'node:util';
import { WEBHOOK_SOURCES } from '@stallcast/adapters/webhooks';
import { Mishap } from '../mishap.js';
import { SETTING_FLAGS, type Flags } from '../settings.js';

/** The names of the sources that have a webhook door. */
export const SOURCE_NAMES: readonly string[] = [...WEBHOOK_SOURCES.keys()];

/** Flags that stand alone, by verb. */
export interface MoreFlags {
  words?: readonly string[];
  switches?: readonly string[];
}

/** Reads a command line: the settings' flags, those of the verb, and the words between. */
export function readFlags(args: readonly string[], more: MoreFlags = {}): { flags: Flags; words: string[] } {
  const texts = [...SETTING_FLAGS, ...SOURCE_NAMES.map((source) => `secret-${source}`), ...(more.words ?? [])];
  const switches = ['lan', ...(more.switches ?? [])];
  const options = Object.fromEntries<{ type: 'string' | 'boolean' }>([
    ...texts.map((name) => [name, { type: 'string' }] as const),
    ...switches.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { flags: values as Flags, words: positionals };
  } catch {
    // The parser's own sentence repeats the argument, which may be a key.
    throw new Mishap(
      `有一个选项看不懂或缺少内容。可用的选项：${[...texts, ...switches].map((name) => `--${name}`).join(' ')}`,
      `A flag is not known or lacks its value. The flags are: ${[...texts, ...switches].map((name) => `--${name}`).join(' ')}`,
    );
  }
}
