import { readFileSync } from 'node:fs';
import { signWebhook, SYNTHETIC_HEADER, type SignedWebhook } from '@stallcast/adapters/webhooks';
import { secretVariable } from '../doors/hooks.js';
import { originOf, webhookAddress } from '../links.js';
import { Mishap } from '../mishap.js';
import { readSettings } from '../settings.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';
import { shiftTimes } from './shift-times.js';

/**
 * Sends a JSON file to a running relay as a shop would, signed.
 *
 * Unless `--real` is given it is marked synthetic, and unless `--keep-times` is, its newest time is now: a file kept for trying is older each day.
 */
export async function send(args: readonly string[]): Promise<void> {
  const { flags, words } = readFlags(args, {
    words: ['room', 'url', 'secret', 'topic'],
    switches: ['real', 'keep-times'],
  });
  const [source, path, ...rest] = words;
  if (source === undefined || path === undefined || rest.length > 0) {
    throw new Mishap(
      `用法：stallcast send <${SOURCE_NAMES.join('|')}> <JSON 文件>`,
      `Use it as: stallcast send <${SOURCE_NAMES.join('|')}> <JSON file>`,
    );
  }
  if (!SOURCE_NAMES.includes(source)) {
    throw new Mishap(
      `不认识这个来源：可用的有 ${SOURCE_NAMES.join('、')}。`,
      `This source is not known: use one of ${SOURCE_NAMES.join(', ')}.`,
    );
  }
  const settings = readSettings(flags, process.env, SOURCE_NAMES);
  const secret = typeof flags['secret'] === 'string' ? flags['secret'] : settings.secrets[source];
  if (!secret) {
    const variable = secretVariable(source);
    const example = EXAMPLE_SECRETS[source] ?? 'demo';
    throw new Mishap(
      `还没有 ${source} 的密钥：请用 ${variable}=${example} npm start 启动中继（Windows：npm start -- --secret-${source} ${example}），再加上 --secret ${example} 发送。`,
      `There is no secret for ${source} yet: start the relay with ${variable}=${example} npm start (on Windows: npm start -- --secret-${source} ${example}), then send with --secret ${example}.`,
    );
  }
  const isReal = flags['real'] === true;
  const file = readBodyFile(path);
  const body = isReal || flags['keep-times'] === true ? file : withTimesMoved(file);
  const origin =
    typeof flags['url'] === 'string' ? flags['url'].replace(/\/+$/, '') : originOf(settings.host, settings.port);
  const signed = signAs(source, body, secret);
  const room = typeof flags['room'] === 'string' ? { room: flags['room'] } : {};
  const address = withQuery(webhookAddress(origin, settings.stall, source), { ...signed.query, ...room });
  const answer = await post(address, signed.body, {
    'content-type': 'application/json',
    ...signed.headers,
    ...topicHeader(source, flags['topic'], body),
    ...(isReal ? {} : { [SYNTHETIC_HEADER]: '1' }),
  });
  const text = await answer.text();
  if (!answer.ok) throw refused(answer.status, text);
  process.stdout.write(`已送达 delivered: ${text}\n`);
  if (!body.equals(file)) {
    process.stdout.write('时间已改为现在 its times were moved to now (--keep-times 保留原时间 keeps them)\n');
  }
}

/** Reads the file's bytes as they are. */
function readBodyFile(path: string): Buffer {
  let body: Buffer;
  try {
    body = readFileSync(path);
  } catch {
    throw new Mishap(`打不开文件 ${path}：请检查路径。`, `The file ${path} cannot be opened: check the path.`);
  }
  try {
    JSON.parse(body.toString('utf8'));
  } catch {
    throw new Mishap(`文件 ${path} 不是 JSON：请检查内容。`, `The file ${path} is not JSON: check its content.`);
  }
  return body;
}

/** Secrets to try with, of the form that a source takes. */
const EXAMPLE_SECRETS: Readonly<Record<string, string>> = {
  standard: 'whsec_ZGVtby1zZWNyZXQtZGVtby1zZWNyZXQ=',
  doudian: 'demo-app:demo-secret',
  kuaishou: 'ZGVtby1tc2ctc2VjcmV0IQ==',
};

function signAs(source: string, body: Buffer, secret: string): SignedWebhook {
  try {
    const signed = signWebhook(source, body, secret);
    if (signed) return signed;
  } catch {
    // A key of a length that the encryption does not take.
  }
  throw new Mishap(
    `密钥的格式不对：${source} 的密钥请参照 packages/adapters/README.md。`,
    `The secret has not the form that ${source} takes: see packages/adapters/README.md.`,
  );
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? address : `${address}?${text}`;
}

function withTimesMoved(body: Buffer): Buffer {
  return Buffer.from(shiftTimes(body.toString('utf8'), Date.now()));
}

/** The header by which a shop says what its message is about. */
function topicHeader(source: string, topic: unknown, body: Buffer): Record<string, string> {
  const header = { woocommerce: 'x-wc-webhook-topic', shopify: 'x-shopify-topic' }[source];
  return header === undefined ? {} : { [header]: typeof topic === 'string' ? topic : likelyTopic(source, body) };
}

function likelyTopic(source: string, body: Buffer): string {
  const isOrder = body.includes('"line_items"');
  if (source === 'woocommerce') return isOrder ? 'order.updated' : 'product.updated';
  if (body.includes('"refund_line_items"')) return 'refunds/create';
  return isOrder ? 'orders/updated' : 'inventory_levels/update';
}

async function post(address: string, body: Uint8Array, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(address, { method: 'POST', body: new Uint8Array(body), headers });
  } catch {
    const { origin } = new URL(address);
    throw new Mishap(
      `连不上中继 ${origin}：请先启动它（npm start 或 npx stallcast），或用 --url 指明地址。`,
      `The relay at ${origin} cannot be reached: start it first (npm start or npx stallcast), or give its address with --url.`,
    );
  }
}

function refused(status: number, text: string): Mishap {
  try {
    const { detail, message } = JSON.parse(text) as { detail?: string; message?: { 'zh-CN'?: string } };
    if (detail !== undefined) return new Mishap(`${status} ${message?.['zh-CN'] ?? ''}`.trim(), `${status} ${detail}`);
  } catch {
    // Told below.
  }
  return new Mishap(
    `${status}：对方的回答读不懂，那里运行的是 Stallcast 吗？`,
    `${status}: the answer cannot be read; is it Stallcast that runs there?`,
  );
}
