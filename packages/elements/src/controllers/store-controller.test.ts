import { createRoomStore } from '@stallcast/store';
import { createFakeAdapter, exampleState, exampleStock, put } from '@stallcast/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { afterEach, describe, expect, it } from 'vitest';
import '../components/room/define.js';
import { StoreController } from './store-controller.js';

class StockProbeElement extends LitElement {
  @property() productId = 'peach';
  /** Whether it tells no more than whether there is any. */
  isRough = false;
  readonly stock = new StoreController(
    this,
    (store) => store.$stock(this.productId),
    (a, b) => this.isRough && (a?.sellable ?? 0) > 0 === (b?.sellable ?? 0) > 0,
  );
  renders = 0;
  protected override render() {
    this.renders += 1;
    return String(this.stock.value?.sellable ?? 'nothing');
  }
}
customElements.define('test-stock-probe', StockProbeElement);

async function setup() {
  const fake = createFakeAdapter();
  fake.snapshot(exampleState());
  const room = document.createElement('stall-room');
  room.store = createRoomStore(fake.adapter);
  const probe = document.createElement('test-stock-probe') as StockProbeElement;
  room.append(probe);
  document.body.append(room);
  await room.updateComplete;
  await probe.updateComplete;
  const text = () => probe.renderRoot.textContent;
  await expect.poll(text).toBe('186');
  return { fake, room, probe, text };
}

/** What OBS sends when no scene shows the source any more. */
function showSource(visible: boolean) {
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
}

describe('StoreController', () => {
  afterEach(() => {
    showSource(true);
    document.body.replaceChildren();
  });

  it('follows the atom', async () => {
    const { fake, text } = await setup();
    fake.change([put('stock', exampleStock({ sellable: 7 }))]);
    await expect.poll(text).toBe('7');
  });

  it('never shows the value of the property before, not for one update', async () => {
    const { probe, text } = await setup();
    probe.productId = 'pepper';
    await probe.updateComplete;
    expect(text()).toBe('8');
  });

  it('asks for no update where the values are the same to the host', async () => {
    const { fake, probe, text } = await setup();
    probe.isRough = true;
    const before = probe.renders;
    for (const sellable of [5, 4, 3]) fake.change([put('stock', exampleStock({ sellable }))]);
    await probe.updateComplete;
    expect(probe.renders).toBe(before);
    fake.change([put('stock', exampleStock({ sellable: 0 }))]);
    await expect.poll(text).toBe('0');
  });

  it('asks for no update while the page is hidden, and for one when it is shown', async () => {
    const { fake, probe, text } = await setup();
    const before = probe.renders;
    showSource(false);
    for (const sellable of [5, 4, 3]) fake.change([put('stock', exampleStock({ sellable }))]);
    await probe.updateComplete;
    expect(probe.renders).toBe(before);

    showSource(true);
    await probe.updateComplete;
    expect(text()).toBe('3');
    expect(probe.renders).toBe(before + 1);

    fake.change([put('stock', exampleStock({ sellable: 2 }))]);
    await expect.poll(text).toBe('2');
  });

  it('asks for nothing when it is shown and nothing has changed', async () => {
    const { probe } = await setup();
    const before = probe.renders;
    showSource(false);
    showSource(true);
    await probe.updateComplete;
    expect(probe.renders).toBe(before);
  });

  it('lets go of the atom with its element', async () => {
    const { fake, probe } = await setup();
    probe.remove();
    const before = probe.renders;
    fake.change([put('stock', exampleStock({ sellable: 1 }))]);
    await probe.updateComplete;
    expect(probe.renders).toBe(before);
  });
});
