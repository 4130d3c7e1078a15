import type { Ledger } from '@stallcast/ledger';
import type { Command } from '@stallcast/protocol';
import type { BroughtGoods } from '../../deck/desk/desk.js';
import type { PackedGoods } from './packed-goods.js';

/**
 * Offers the goods of a pack to an empty stall: names, pictures and prices. No stock comes with them, so that each is unknown,
 * and shows no number, until somebody counts.
 */
export function broughtGoods(ledger: Pick<Ledger, 'command'>, goods: PackedGoods | undefined): BroughtGoods | null {
  if (!goods) return null;
  const { length } = goods.products;
  return {
    title: {
      'zh-CN': `用带来的 ${length} 个商品`,
      en: length === 1 ? 'Take the product that came with it' : `Take the ${length} products that came with it`,
    },
    hint: {
      'zh-CN': '名字、图片、价格来自工作室；库存要重新点数',
      en: 'names, pictures and prices from the studio; count the stock again',
    },
    async load() {
      for (const command of commandsOf(goods)) {
        const outcome = await ledger.command(command);
        const { message } = outcome.ok ? {} : outcome.refusal;
        if (message) console.error(`Stallcast: ${command.id}: ${message['zh-CN']} / ${message.en}`);
      }
    },
  };
}

/** Their ids are of their own, so that doing it again does nothing. */
function commandsOf({ products, offers }: PackedGoods): Command[] {
  return [
    ...products.map((product): Command => ({ id: `packed-product-${product.id}`, type: 'put-product', product })),
    ...offers.map((offer): Command => ({ id: `packed-offer-${offer.id}`, type: 'put-offer', offer })),
  ];
}
