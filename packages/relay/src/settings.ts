import { resolve } from 'node:path';
import { secretVariable } from './doors/hooks.js';
import { Mishap } from './mishap.js';
import { readPullSettings, type PullSettings } from './pull/pull-settings.js';
import { defaultDataFolder } from './storage/data-folder.js';

/** All that can be set, by environment or by flags of the same words. */
export interface Settings {
  host: string;
  port: number;
  /** Open to the local network, with a QR code for a phone. */
  lan: boolean;
  /** Folder of the database and the keys. */
  folder: string;
  /** The stall made at the first start. */
  stall: string;
  /** Whether that name was given, and is not the default. */
  isStallNamed?: boolean;
  viewKey?: string;
  deckKey?: string;
  /** Webhook secrets by the names of their sources. */
  secrets: Record<string, string>;
  /** Further origins that may send commands. */
  origins: string[];
  /** Further names that the relay answers to. */
  hosts: string[];
  example: boolean;
  /** How many commands and webhooks one address may send, a second; 0 for any number. @default 500 */
  rate?: number;
  /** The shops that the relay asks by itself. */
  pull?: PullSettings;
  /** How often a sign of life is sent, ms. For tests, whose readers have to expect it so often: no flag, and in no list of settings. */
  pingIntervalMs?: number;
}

/** The settings that are one word each, as flags: `--view-key` is `STALLCAST_VIEW_KEY`. */
export const SETTING_FLAGS = [
  'host',
  'port',
  'data',
  'stall',
  'view-key',
  'deck-key',
  'origins',
  'hosts',
  'log',
  'example',
  'rate',
] as const;

/** Flags as the command line gives them. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** Reads the settings: flags win over the environment, the environment over the defaults. Throws a sentence for what it cannot read. */
export function readSettings(flags: Flags, env: NodeJS.ProcessEnv, sources: readonly string[]): Settings {
  const read = (flag: string): string | undefined => {
    const value = flags[flag] ?? env[variableOf(flag)];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const lan = flags['lan'] === true || isOn('lan', read('lan') ?? '0');
  const stall = read('stall') ?? 'orchard';
  const viewKey = read('view-key');
  const deckKey = read('deck-key');
  const pingIntervalMs = Number(env['STALLCAST_HEARTBEAT_MS']);
  const rate = read('rate');
  checkStallName(stall);
  checkLog(read('log') ?? 'sqlite');
  return {
    host: read('host') ?? (lan ? '0.0.0.0' : '127.0.0.1'),
    port: readPort(read('port') ?? '7788'),
    lan,
    folder: resolve(read('data') ?? defaultDataFolder(env)),
    stall,
    isStallNamed: read('stall') !== undefined,
    ...(viewKey !== undefined && { viewKey }),
    ...(deckKey !== undefined && { deckKey }),
    secrets: Object.fromEntries(
      sources.flatMap((source) => {
        const secret = read(`secret-${source}`);
        return secret === undefined ? [] : [[source, secret]];
      }),
    ),
    origins: list(read('origins')).map(readOrigin),
    hosts: list(read('hosts')),
    example: isOn('example', read('example') ?? '1'),
    ...(rate !== undefined && { rate: readRate(rate) }),
    pull: readPullSettings(env),
    ...(pingIntervalMs >= 50 && pingIntervalMs <= 60_000 && { pingIntervalMs }),
  };
}

/** Names of stalls stand in addresses and file names. */
export function checkStallName(name: string): void {
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) return;
  throw new Mishap(
    '摊位名只能用小写字母、数字和连字符，最多 63 个字符，例如 orchard：请换一个名字（显示给观众的名字在控台里写）。',
    'A stall’s name takes lower-case letters, digits and hyphens, 63 at most, for example orchard: choose another.',
  );
}

function variableOf(flag: string): string {
  return flag.startsWith('secret-')
    ? secretVariable(flag.slice(7))
    : `STALLCAST_${flag.toUpperCase().replaceAll('-', '_')}`;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Mishap(
    'STALLCAST_PORT 需要 0 到 65535 之间的数字：例如 7788。',
    'STALLCAST_PORT takes a number from 0 to 65535, for example 7788.',
  );
}

function readRate(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new Mishap(
    'STALLCAST_RATE 需要每秒请求数：例如 500，0 表示不限。',
    'STALLCAST_RATE takes a number of requests a second, for example 500, or 0 for any.',
  );
}

function isOn(word: string, text: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new Mishap(`${variableOf(word)} 只能是 0 或 1。`, `${variableOf(word)} takes 0 or 1.`);
}

function readOrigin(text: string): string {
  try {
    const { origin, protocol } = new URL(text);
    if (/^https?:$/.test(protocol)) return origin;
  } catch {
    // Told below.
  }
  throw new Mishap(
    'STALLCAST_ORIGINS 需要完整的网站地址，用逗号分开：例如 https://shop.example。',
    'STALLCAST_ORIGINS takes whole origins with commas between them, for example https://shop.example.',
  );
}

function checkLog(text: string): void {
  if (text === 'sqlite') return;
  throw new Mishap(
    'STALLCAST_LOG 目前只支持 sqlite：请去掉这项设置。',
    'STALLCAST_LOG takes only "sqlite" in this version: leave it out.',
  );
}

const list = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter((part) => part !== '');
