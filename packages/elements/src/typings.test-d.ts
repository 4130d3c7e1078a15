/** What TypeScript knows of the widgets once their entries are imported. Checked by `pnpm types`; nothing here runs. */
import './define.js';
import { expectTypeOf } from 'vitest';
import type * as library from './index.js';

type TagOf = keyof HTMLElementTagNameMap & `stall-${string}`;
type PublicTag = Exclude<TagOf, 'stall-product-details'>;

expectTypeOf(document.createElement('stall-goal')).toEqualTypeOf<library.GoalElement>();
expectTypeOf(document.createElement('stall-goal').look).toEqualTypeOf<'bar' | 'slim' | 'column'>();
expectTypeOf(document.querySelector('stall-stock-counter')!.lowAt).toEqualTypeOf<number | undefined>();
expectTypeOf(document.querySelectorAll('stall-shelf')).toEqualTypeOf<NodeListOf<library.ShelfElement>>();

// A tag that is missing in the map would be an element without properties of its own.
expectTypeOf<HTMLElementTagNameMap[PublicTag]>().toExtend<{ updateComplete: Promise<boolean> }>();

// Every widget's class is exported, whatever its tag.
type Exported = InstanceType<Extract<(typeof library)[keyof typeof library], new () => HTMLElement>>;
expectTypeOf<HTMLElementTagNameMap[PublicTag]>().toExtend<Exported>();

// @ts-expect-error There is no such look.
document.createElement('stall-goal').look = 'round';
// @ts-expect-error There is no such property.
document.createElement('stall-price').loook = 'tag';

const card = document.createElement('stall-product-card');
card.addEventListener('stall-open-request', (event) => {
  expectTypeOf(event).toEqualTypeOf<library.OpenRequestEvent>();
  expectTypeOf(event.productId).toBeString();
});
card.addEventListener('stall-details-opened', (event) => {
  expectTypeOf(event).toEqualTypeOf<library.DetailsOpenedEvent>();
});
card.addEventListener('stall-stock-depleted', (event) => {
  expectTypeOf(event).toEqualTypeOf<library.StockDepletedEvent>();
});
document.createElement('stall-countdown').addEventListener('stall-countdown-ended', ({ endsAt }) => {
  expectTypeOf(endsAt).toBeNumber();
});

// Events bubble: whatever is around hears them, the document and the window included.
document.body.addEventListener('stall-stock-depleted', ({ productId }) => expectTypeOf(productId).toBeString());
document.addEventListener('stall-stock-depleted', ({ productId }) => expectTypeOf(productId).toBeString());
addEventListener('stall-countdown-ended', ({ endsAt }) => expectTypeOf(endsAt).toBeNumber());
