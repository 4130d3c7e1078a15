import { exampleCommands } from '@stallcast/ledger/example';
import type { Command, Product, StallState } from '@stallcast/protocol';

/** How many days of a farm visit the stage sells, and its tickets a day. */
const VISITS = [3, 12, 20] as const;
const DAY_MS = 86_400_000;

/**
 * The commands that set the studio's stage up: the example stall, and beside it what its widgets would have nothing to show without:
 * a workshop's presale and farm visits. All of it is synthetic.
 *
 * @param now Ms since 1970.
 */
export function stageCommands(now: number, pictureBase: string): Command[] {
  const setUp = exampleCommands({ pictureBase });
  return [...setUp.map(withPresale), ...VISITS.flatMap((left, index) => visitCommands(left, index, now))];
}

/** More of a real stall's products than these are not brought onto the stage. */
const MOST_LENT = 60;

/** How many of each the stage has: its own number, whatever the stall has. */
const LENT = 20;

/**
 * The commands that bring a real stall's products onto the stage, so that what a widget was told to show is seen there. Names, pictures and
 * prices alone: the stock is made up, and all of it is synthetic.
 */
export function lentCommands({ products, offers }: Pick<StallState, 'products' | 'offers'>): Command[] {
  const real = products.filter(({ synthetic }) => !synthetic).slice(0, MOST_LENT);
  const ids = new Set(real.map(({ id }) => id));
  return [
    ...real.flatMap((product): Command[] => [
      {
        ...{ id: `lent-${product.id}`, type: 'put-product', synthetic: true },
        product: { ...product, sources: [], stockFrom: 'ledger', synthetic: true },
      },
      { id: `lent-stock-${product.id}`, type: 'set-stock', synthetic: true, productId: product.id, onHand: LENT },
    ]),
    ...offers
      .filter(({ productId, room }) => ids.has(productId) && room === undefined)
      .map(({ flash: _flash, coupon: _coupon, ...offer }): Command => ({
        ...{ id: `lent-offer-${offer.productId}`, type: 'put-offer', synthetic: true },
        offer: { ...offer, synthetic: true },
      })),
  ];
}

/** The workshop's cabbage is made to order. */
function withPresale(command: Command): Command {
  if (command.type !== 'put-product' || command.product.id !== 'cabbage') return command;
  return { ...command, product: { ...command.product, presale: { perDay: 40 } } };
}

function visitCommands(left: number, index: number, now: number): Command[] {
  const id = `visit-${index + 1}`;
  const product: Product = {
    id,
    kind: 'ticket',
    title: '果园采摘',
    media: [],
    net: { value: 1, unit: 'slot' },
    saleUnit: 'ticket',
    promises: [],
    sources: [],
    stockFrom: 'ledger',
    day: new Date(now + (index + 2) * DAY_MS).toISOString().slice(0, 10),
    translations: { en: { title: 'A day in the orchard' } },
    synthetic: true,
  };
  return [
    { id: `stage-${id}`, type: 'put-product', synthetic: true, product },
    { id: `stage-stock-${id}`, type: 'set-stock', synthetic: true, productId: id, onHand: left },
  ];
}
