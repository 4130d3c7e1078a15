import type { Money, Stock, StallState, Totals } from '@stallcast/protocol';
import { put } from '@stallcast/testing';

/** Puts that change each figure, title and text of a stall, as a lively second of a stream would. */
export function changeEverything({ stocks, offers, totals, products, announcements }: StallState) {
  return [
    ...stocks.map((stock) => put('stock', sell(stock))),
    ...offers.map((offer) => put('offer', { ...offer, price: offer.price && plus(offer.price, -100) })),
    ...products.map((product) => put('product', { ...product, title: `新${product.title}`, translations: {} })),
    ...(totals.stall ? [put('totals', grow(totals.stall))] : []),
    ...(announcements.stall ? [put('announcement', { ...announcements.stall, text: '风大，果子少了一筐' })] : []),
  ];
}

const sell = (stock: Stock): Stock => ({
  ...stock,
  ...(typeof stock.sellable === 'number' ? { sellable: stock.sellable > 7 ? stock.sellable - 7 : 25 } : {}),
  ...(typeof stock.sold === 'number' ? { sold: stock.sold + 7 } : {}),
});

const grow = (totals: Totals): Totals => ({
  ...totals,
  gross: plus(totals.gross, 123_400),
  net: plus(totals.net, 123_400),
  paidOrders: totals.paidOrders + 31,
  netOrders: totals.netOrders + 31,
  units: totals.units + 31,
  massG: totals.massG + 77_500,
});

const plus = (money: Money, minor: number): Money => ({ ...money, minor: money.minor + minor });
