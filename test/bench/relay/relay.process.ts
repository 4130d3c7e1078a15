import { createMemoryStorage } from '@stallcast/ledger';
import { startRelay } from 'stallcast';
import { stampOf } from './stamp.js';
import { answerParent, sharedNow } from './talk.js';
import { usage } from './usage.js';

/** Our relay as people start it, which also takes orders from the benchmark. */
const [folder = '', port = '0', storage = 'sqlite', viewKey = '', deckKey = '', secret = ''] = process.argv.slice(2);

const relay = await startRelay({
  host: '127.0.0.1',
  port: Number(port),
  lan: false,
  folder,
  stall: 'orchard',
  viewKey,
  deckKey,
  secrets: { woocommerce: secret },
  origins: [],
  hosts: [],
  example: false,
  ...(storage === 'memory' && { storageOf: () => createMemoryStorage() }),
});
const { ledger } = (await relay.stalls.find('orchard'))!;
let told = 0;

async function take(type: string, fields: Record<string, unknown>): Promise<number> {
  told += 1;
  const outcome = await ledger.command({ id: `bench-${process.pid}-${told}`, type, ...fields });
  if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  return outcome.position.offset;
}

const CNY = { currency: 'CNY', exponent: 2 };
const price = { minor: 3_990, ...CNY };
const peach = {
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃 5斤装',
  linkNo: 1,
  media: [],
  promises: [{ kind: 'ship-within', hours: 48 }],
  sources: [{ source: 'woocommerce', id: '93' }],
  stockFrom: 'ledger',
};
await take('put-product', { product: peach });
await take('put-offer', { offer: { id: 'peach-offer', productId: 'peach', price } });
await take('set-stock', { productId: 'peach', onHand: 1_000_000 });

answerParent({
  /** Sells one; where the log is then. */
  sell: () =>
    take('record-order', {
      order: {
        orderId: stampOf(sharedNow()),
        status: 'paid',
        lines: [{ productId: 'peach', qty: 1, amount: price }],
        total: price,
        buyer: { name: '王伟' },
      },
    }),
  /** Tells one change of so many bytes: a product with a picture in its own address. */
  show({ bytes }: { bytes: number }) {
    const url = `data:image/png;base64,${'A'.repeat(bytes)}`;
    return take('put-product', {
      product: { ...peach, id: 'pear', sources: [], title: stampOf(sharedNow()), media: [{ kind: 'image', url }] },
    });
  },
  usage: ({ collect }: { collect: boolean }) => usage(collect),
});
process.send?.({ port: relay.port });
