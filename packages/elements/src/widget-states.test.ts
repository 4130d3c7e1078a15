import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage } from '../gallery/stage.js';
import { ORDER_TICKER_STATES } from './components/order-ticker/order-ticker.states.js';
import { PRODUCT_CARD_STATES } from './components/product-card/product-card.states.js';
import { STOCK_COUNTER_STATES } from './components/stock-counter/stock-counter.states.js';
import './define.js';

const WIDGETS = {
  'product-card': PRODUCT_CARD_STATES,
  'stock-counter': STOCK_COUNTER_STATES,
  'order-ticker': ORDER_TICKER_STATES,
};
const LOOKS: Readonly<Record<string, readonly string[]>> = { 'product-card': ['wide', 'tall', 'slim'] };

const cases = Object.entries(WIDGETS).flatMap(([widget, states]) =>
  (LOOKS[widget] ?? ['']).flatMap((look) => states.map((state) => ({ widget, look, state, name: state.name }))),
);

describe.each(['zh-CN', 'en'])('in %s', (language) => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each(cases)('<stall-$widget $look> is accessible when $name', async ({ widget, look, state }) => {
    const stage = setStage(`stall-${widget}`, state, language);
    if (look) stage.element.setAttribute('look', look);
    await raise(stage);
    // A page of our own would have landmarks and headings; the widget is only a part of one.
    const { violations } = await axe.run(stage.room, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
  });
});
