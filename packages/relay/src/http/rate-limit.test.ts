import { describe, expect, it } from 'vitest';
import type { DetailDesk } from '../details/detail-desk.js';
import type { Access } from '../doors/access.js';
import { commandsDoor } from '../doors/commands.js';
import { hooksDoor } from '../doors/hooks.js';
import type { Exchange } from './exchange.js';
import { noOrigins } from './origins.js';
import { Problem } from './problem.js';
import { problems } from './problems.js';
import type { RecentSteps } from '../recent-steps.js';
import { SourceBook } from '../sources/source-book.js';
import { createRateLimit, networkOf } from './rate-limit.js';

function setup(perSecond = 10) {
  let clock = 1_000_000;
  const limit = createRateLimit(perSecond, () => clock);
  const ask = (remoteAddress: string) => {
    try {
      limit({ socket: { remoteAddress } as never });
      return 200;
    } catch (error) {
      return error instanceof Problem ? `${error.status} after ${error.headers['Retry-After']} s` : error;
    }
  };
  return {
    ask,
    /** How many of so many requests are taken. */
    taken: (address: string, requests: number) =>
      Array.from({ length: requests }, () => ask(address)).filter((status) => status === 200).length,
    wait: (ms: number) => void (clock += ms),
  };
}

describe('the limit of requests', () => {
  it('takes twenty seconds’ worth at once, then as many a second as it is set to', () => {
    const { taken, ask, wait } = setup();
    expect(taken('203.0.113.7', 1_000)).toBe(200);
    expect(ask('203.0.113.7')).toBe('429 after 1 s');
    wait(1_000);
    expect(taken('203.0.113.7', 100)).toBe(10);
    wait(3_600_000);
    expect(taken('203.0.113.7', 1_000)).toBe(200);
  });

  it('counts each address on its own', () => {
    const { taken } = setup();
    taken('203.0.113.7', 1_000);
    expect(taken('203.0.113.8', 100)).toBe(100);
  });

  it('takes all that comes from this machine, and all where it is off', () => {
    expect(setup().taken('127.0.0.1', 10_000)).toBe(10_000);
    expect(setup().taken('::ffff:127.0.0.1', 10_000)).toBe(10_000);
    expect(setup(0).taken('203.0.113.7', 10_000)).toBe(10_000);
  });

  it('counts the addresses of one household together', () => {
    const { taken } = setup();
    expect(taken('2001:db8:1:2::1', 150) + taken('2001:db8:1:2:ffff::9', 150)).toBe(200);
    expect(taken('2001:db8:1:3::1', 100)).toBe(100);
  });

  it('keeps its memory small: who comes from everywhere is one, and who was quiet is told apart again', () => {
    const { taken, wait } = setup();
    for (let n = 0; n < 10_000; n += 1) taken(`198.${n >> 16}.${(n >> 8) & 255}.${n & 255}`, 1);
    expect(taken('203.0.113.7', 150) + taken('203.0.113.8', 150)).toBe(200);
    wait(60_000);
    expect(taken('203.0.113.7', 200) + taken('203.0.113.8', 200)).toBe(400);
  });

  it('takes nothing away when the clock is set back', () => {
    const { taken, wait } = setup();
    taken('203.0.113.7', 100);
    wait(-3_600_000);
    expect(taken('203.0.113.7', 1_000)).toBe(100);
  });
});

describe('the doors', () => {
  const refusing = () => {
    throw problems.tooManyRequests(3);
  };
  const exchange = { request: {}, response: {}, params: { source: 'shop' } } as unknown as Exchange;
  const unasked = {} as Access;

  it('of commands refuses before it asks for a key', async () => {
    const { answer } = commandsDoor({
      access: unasked,
      origins: noOrigins,
      limit: refusing,
      steps: {} as RecentSteps,
      nameOf: () => null,
    });
    await expect(answer(exchange)).rejects.toMatchObject({ status: 429, code: 'too-many-requests' });
  });

  it('of webhooks refuses before it looks at one', async () => {
    const none = { access: unasked, sources: [], secrets: {}, details: {} as DetailDesk, now: Date.now, log: () => {} };
    await expect(
      hooksDoor({
        book: new SourceBook(() => 0),
        ...none,
        limit: refusing,
      }).answer(exchange),
    ).rejects.toMatchObject({ status: 429 });
  });
});

it.each([
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::', '0:0:0:0'],
  ['', ''],
])('takes %s for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
