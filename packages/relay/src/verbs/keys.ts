import { existsSync } from 'node:fs';
import { renderUnicodeCompact } from 'uqr';
import { lanAddresses } from '../lan-address.js';
import { linksOf, originOf } from '../links.js';
import { Mishap } from '../mishap.js';
import { readSettings } from '../settings.js';
import { IssuedKeys, type IssuedKey } from '../storage/issued-keys.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';

/** Lists the keys that devices were given, gives another, or takes one back; also while the relay runs. */
export function keys(args: readonly string[]): void {
  const { flags, words } = readFlags(args);
  const { folder, port, stall } = readSettings(flags, process.env, SOURCE_NAMES);
  if (!existsSync(folder)) {
    throw new Mishap(
      `没有数据文件夹 ${folder}：请先启动一次中继。`,
      `There is no data folder ${folder}: start the relay once.`,
    );
  }
  const issued = new IssuedKeys(folder);
  const [verb = 'list', word, ...rest] = words;
  if (verb === 'list' && word === undefined) return list(issued);
  if (verb === 'add' && rest.length === 0) return add(issued, word ?? '手机 phone', { port, stall });
  if (verb === 'revoke' && word !== undefined && rest.length === 0) return revoke(issued, word);
  throw new Mishap(
    '用法：stallcast keys、stallcast keys add [名字]、stallcast keys revoke <编号>',
    'Use it as: stallcast keys, stallcast keys add [name], stallcast keys revoke <id>',
  );
}

function list(issued: IssuedKeys): void {
  const all = issued.list();
  const lines = all.length > 0 ? all.map(line) : ['还没有配对过设备 No device was paired yet'];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function line({ id, name, createdAt, lastSeenAt, revokedAt }: IssuedKey): string {
  const state = revokedAt
    ? `已收回 revoked ${revokedAt}`
    : lastSeenAt
      ? `上次使用 last used ${lastSeenAt}`
      : '还没用过 not used yet';
  return `${id}  ${name}  配对于 given ${createdAt}  ${state}`;
}

function add(issued: IssuedKeys, name: string, { port, stall }: { port: number; stall: string }): void {
  const { id, key } = issued.issue(name);
  const [address = '127.0.0.1'] = lanAddresses();
  const { deck } = linksOf(originOf(address, port), stall, { view: '', deck: key });
  process.stdout.write(
    [
      `${id}  ${name}`,
      `  ${deck}`,
      '',
      renderUnicodeCompact(deck, { border: 2 }),
      '中继要用 --lan 启动，手机才连得上；钥匙只显示这一次。',
      'A phone gets through only while the relay runs with --lan; the key is shown this once.',
      '',
    ].join('\n'),
  );
}

function revoke(issued: IssuedKeys, id: string): void {
  if (!issued.revoke(id)) {
    throw new Mishap(
      `没有编号 ${id} 的有效钥匙：用 stallcast keys 查看。`,
      `There is no key ${id} that still holds: "stallcast keys" lists them.`,
    );
  }
  process.stdout.write(`已收回 ${id}，那台设备会停下。\nRevoked ${id}: that device stops.\n`);
}
