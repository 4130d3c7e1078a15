import { expect, test } from '@playwright/test';
import { request } from 'node:http';
import { openHostileStall, type HostileStall } from '../hostile-stall.js';

export const MIB = 1024 * 1024;

/** A product as a command puts it. */
export const product = (fields: Record<string, unknown>) => ({
  ...{ id: 'peach', kind: 'goods', title: '桃', media: [], promises: [], sources: [], stockFrom: 'ledger' },
  ...fields,
});

interface Standing {
  epoch: string;
  offset: number;
  state: { stocks: { productId: string; sellable: number }[]; orders: { buyer: { mask: string } }[] };
}

/** A relay for one file's tests, with one product of 186 in it. */
export interface Doors {
  readonly stall: HostileStall;
  standing(): Promise<Standing>;
  /** Expects that a piece of work changes nothing that is known. */
  expectNothingStored(work: () => Promise<unknown>): Promise<void>;
  /** Sends bytes and a Host as they are. */
  send(path: string, headers: Record<string, string>, body?: string | Buffer, method?: string): Promise<RawAnswer>;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

/** Opens the relay before a file's tests and stops it behind them. Call it at the top of the file. */
export function openDoors(): Doors {
  let stall: HostileStall;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    stall = await openHostileStall();
    expect((await stall.command({ type: 'put-product', product: product({}) })).status).toBe(200);
    expect((await stall.command({ type: 'set-stock', productId: 'peach', onHand: 186 })).status).toBe(200);
  });
  test.afterAll(() => stall.stop());

  const standing = async () => (await (await stall.ask('state')).json()) as Standing;
  return {
    get stall() {
      return stall;
    },
    standing,
    async expectNothingStored(work) {
      const { offset, epoch, state } = await standing();
      await work();
      expect(await standing()).toMatchObject({ offset, epoch, state });
    },
    send: (path, headers, body = '', method = 'POST') =>
      new Promise((resolve, reject) => {
        const sent = request(`${stall.origin}${path}`, { method, headers, agent: false }, (answer) => {
          let text = '';
          answer.on('data', (part: Buffer) => (text += String(part)));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        });
        sent.on('error', reject);
        sent.end(body);
      }),
  };
}

/** A WooCommerce order, with JSON put in as it stands. */
export const wooOrder = (id: number, raw: Record<string, string> = {}) => {
  const fields: Record<string, string> = {
    id: String(id),
    status: '"processing"',
    currency: '"CNY"',
    total: '"39.90"',
    date_created_gmt: '"2026-07-01T11:00:00"',
    date_modified_gmt: '"2026-07-01T11:00:00"',
    billing: '{"first_name":"伟","last_name":"王","country":"CN","state":"CN10"}',
    line_items: '[{"id":1,"product_id":93,"quantity":1,"total":"39.90"}]',
    ...raw,
  };
  return `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":${value}`)
    .join()}}`;
};
