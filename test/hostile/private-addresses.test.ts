/**
 * What the relay asks of others goes to the shop that was set and nowhere else: no way of writing an address, no name, no
 * redirection and no second answer of the name service brings it to the local network or to a cloud's metadata.
 */
import { stripeDetail } from '@stallcast/adapters/webhooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openShopLine } from '../../packages/relay/src/pull/ask-shop.js';
import { readPullSettings } from '../../packages/relay/src/pull/pull-settings.js';
import { openShop } from '../../packages/relay/src/pull/start-pulling.js';

/** What the name service answers, by name. */
const names = vi.hoisted(() => new Map<string, string[]>());

vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup(
    name: string,
    _options: unknown,
    done: (error: Error | null, found: { address: string; family: number }[]) => void,
  ) {
    const found = (names.get(name) ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    process.nextTick(() => (found.length > 0 ? done(null, found) : done(new Error(`no such name: ${name}`), [])));
  },
}));

/** Every address to which a connection was tried. */
let attempts: string[];
const servers: { close(): void }[] = [];

function watchSocket(message: unknown): void {
  const { socket } = message as { socket: Socket };
  socket.on('connectionAttempt', (address: string, port: number) => attempts.push(`${address}:${port}`));
}

beforeEach(() => {
  attempts = [];
  names.clear();
  subscribe('net.client.socket', watchSocket);
});
afterEach(() => {
  unsubscribe('net.client.socket', watchSocket);
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sets a shop by its address and asks it once, as the relay does from then on. Resolves to what became of it. */
async function pullFrom(address: string): Promise<unknown> {
  try {
    const { targets } = readPullSettings({
      STALLCAST_PULL_WOOCOMMERCE: address,
      STALLCAST_PULL_WOOCOMMERCE_KEY: 'ck_1',
      STALLCAST_PULL_WOOCOMMERCE_SECRET: 'cs_1',
    });
    const shop = openShop(targets[0]!, () => Date.now());
    try {
      for await (const _ of shop.orders(() => 0, AbortSignal.timeout(5_000))) return 'answered';
      return 'answered';
    } finally {
      shop.close();
    }
  } catch (error) {
    return error;
  }
}

const refusal = { en: expect.stringMatching(/./) as string, zh: expect.stringMatching(/\p{Script=Han}/u) as string };

describe('a shop’s address', () => {
  it('is asked where it is this machine, which was meant', async () => {
    const shop = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]'),
    );
    expect(await pullFrom(`http://${shop}`)).toBe('answered');
    expect(new Set(attempts)).toEqual(new Set([shop]));
  });

  it.each([
    ['written out', '10.0.0.1'],
    ['of a router', '192.168.1.1'],
    ['of a cloud’s metadata', '169.254.169.254'],
    ['as one number', '167772161'],
    ['as one number, of the metadata', '2852039166'],
    ['in octal', '012.0.0.1'],
    ['in octal, of the metadata', '0251.0376.0251.0376'],
    ['in hexadecimal', '0xA9FEA9FE'],
    ['in hexadecimal parts', '0xa9.0xfe.0xa9.0xfe'],
    ['with parts left out', '10.1'],
    ['with a dot behind', '169.254.169.254.'],
    ['in wide digits', '１６９.２５４.１６９.２５４'],
    ['in circled digits', '①⑥⑨.②⑤④.①⑥⑨.②⑤④'],
    ['in IPv6, mapped', '[::ffff:169.254.169.254]'],
    ['in IPv6, mapped, in hexadecimal', '[::ffff:a9fe:a9fe]'],
    ['in IPv6, through a NAT64', '[64:ff9b::a9fe:a9fe]'],
    ['in IPv6, of the link', '[fe80::1]'],
    ['in IPv6, of a site', '[fd00:ec2::254]'],
    ['of nowhere', '0.0.0.0'],
    ['of nowhere, short', '0'],
    ['of nowhere in IPv6', '[::]'],
  ])('%s is not asked', async (_, host) => {
    expect(await pullFrom(`https://${host}`)).toMatchObject(refusal);
    expect(attempts).toEqual([]);
  });

  it.each([
    'http://192.168.1.1',
    'http://169.254.169.254/latest/meta-data/',
    'http://shop.example',
    'file:///etc/passwd',
    'ftp://10.0.0.1',
    'gopher://10.0.0.1',
    'https://shop.example@169.254.169.254',
    'https://user:word@shop.example',
    'https://shop.example/?next=http://10.0.0.1',
    'https://shop.example/#10.0.0.1',
  ])('%s is refused at the start', async (address) => {
    expect(await pullFrom(address)).toMatchObject({
      message: expect.stringMatching(/STALLCAST_PULL_WOOCOMMERCE/) as string,
    });
    expect(attempts).toEqual([]);
  });
});

describe('a shop’s name', () => {
  it.each([
    ['metadata.google.internal', '169.254.169.254'],
    ['metadata', '169.254.169.254'],
    ['instance-data.ec2.internal', '169.254.169.254'],
    ['localtest.me', '127.0.0.1'],
    ['localhost.', '127.0.0.1'],
    ['localhost.localdomain', '127.0.0.1'],
    ['10.0.0.1.nip.io', '10.0.0.1'],
    ['router.lan', '192.168.1.1'],
    ['six.example', '::1'],
    ['mapped.example', '::ffff:10.0.0.1'],
    ['ula.example', 'fd00::1'],
    ['cgnat.example', '100.64.0.1'],
  ])('%s that leads to %s is not asked', async (name, address) => {
    names.set(name, [address]);
    expect(await pullFrom(`https://${name}`)).toMatchObject(refusal);
    expect(attempts).toEqual([]);
  });

  it('that is turned to another machine between two questions is not asked there', async () => {
    const shop = await serve((_, response) => response.writeHead(200, { connection: 'close' }).end('[]'));
    const line = openShopLine({ base: new URL(`http://localhost:${new URL(`http://${shop}`).port}`) });
    const ask = () => line.ask({ path: '/', headers: {} }, AbortSignal.timeout(5_000));
    names.set('localhost', ['127.0.0.1']);
    await ask();
    names.set('localhost', ['169.254.169.254', '10.0.0.1']);
    await expect(ask()).rejects.toMatchObject(refusal);
    expect(attempts).toEqual([shop]);
    line.close();
  });
});

describe('a shop that sends us on', () => {
  const ONWARD = (trap: string) => [
    `http://${trap}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:169.254.169.254]/',
    'http://2852039166/',
    '//10.0.0.1/',
    'file:///etc/passwd',
  ];

  it.each([301, 302, 303, 307, 308])('by a %i is not followed, whereto ever', async (status) => {
    let trapped = 0;
    const trap = await serve((_, response) => {
      trapped += 1;
      response.end('[]');
    });
    for (const location of ONWARD(trap)) {
      const shop = await serve((_, response) => response.writeHead(status, { location }).end());
      attempts = [];
      expect(await pullFrom(`http://${shop}`), location).toMatchObject(refusal);
      expect(new Set(attempts)).toEqual(new Set([shop]));

      const requests: string[] = [];
      const payments = await serve((request, response) => {
        requests.push(request.url ?? '');
        response.writeHead(status, { location }).end();
      });
      const detail = stripeDetail({ key: 'rk_1', address: `http://${payments}` });
      await expect(detail.fetchDetail('pi_1', AbortSignal.timeout(5_000)), location).rejects.toThrow();
      expect(requests).toHaveLength(1);
    }
    expect(trapped).toBe(0);
  });
});
