import { exampleCommands } from '@stallcast/ledger/example';
import type { Command, Product } from '@stallcast/protocol';

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
