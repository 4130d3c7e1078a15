import { registerScheme } from '@stallcast/protocol';
import { createRoomStore } from '@stallcast/store';
import { createFakeAdapter, exampleOrder, exampleRoom, put, type FakeAdapter } from '@stallcast/testing';
import { LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { StoreController } from '../../controllers/store-controller.js';
import '../../define.js';

class ProbeElement extends LitElement {
  readonly title$ = new StoreController(this, (store) => store.$room);
  protected override render() {
    return this.title$.value?.title ?? 'nothing';
  }
}
customElements.define('test-room-probe', ProbeElement);

const opened: { address: string; fake: FakeAdapter }[] = [];
registerScheme('fake', (address) => {
  const fake = createFakeAdapter();
  fake.snapshot();
  opened.push({ address, fake });
  return fake.adapter;
});

let errors: MockInstance<typeof console.error>;

async function setup(src: string) {
  const room = document.createElement('stall-room');
  const probe = document.createElement('test-room-probe') as ProbeElement;
  if (src) room.setAttribute('src', src);
  room.append(probe);
  document.body.append(room);
  await room.updateComplete;
  await probe.updateComplete;
  return { room, probe, text: () => probe.renderRoot.textContent?.trim() };
}

describe('<stall-room>', () => {
  beforeEach(() => {
    errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(async () => {
    document.body.replaceChildren();
    await Promise.resolve();
    opened.length = 0;
    errors.mockRestore();
  });

  it('opens what src names and provides its store', async () => {
    const { text } = await setup('fake:here');
    await expect.poll(text).toBe('果园直播间');
    expect(opened.map(({ address }) => address)).toEqual(['here']);
    expect(errors).not.toHaveBeenCalled();
  });

  it('closes the connection when it leaves the document', async () => {
    const { room } = await setup('fake:here');
    room.remove();
    await expect.poll(() => opened[0]?.fake.running).toBe(false);
  });

  it('keeps the connection while it is moved', async () => {
    const { room } = await setup('fake:here');
    document.body.append(document.createElement('div'));
    document.body.lastElementChild?.append(room);
    await room.updateComplete;
    expect(opened[0]?.fake.starts).toBe(1);
    expect(opened[0]?.fake.running).toBe(true);
  });

  it('closes the old connection when src changes', async () => {
    const { room, text } = await setup('fake:one');
    room.src = 'fake:two';
    await room.updateComplete;
    expect(opened.map(({ fake }) => fake.running)).toEqual([false, true]);
    opened[1]?.fake.change([put('room', exampleRoom({ title: '第二间' }))]);
    await expect.poll(text).toBe('第二间');
  });

  it('provides a store that is given, and starts and stops it', async () => {
    const fake = createFakeAdapter();
    fake.snapshot();
    const { room, text } = await setup('');
    expect(text()).toBe('nothing');
    room.store = createRoomStore(fake.adapter);
    await expect.poll(text).toBe('果园直播间');
    room.remove();
    await expect.poll(() => fake.running).toBe(false);
  });

  it('shows nothing inside while the room is off the air', async () => {
    const { room, probe } = await setup('fake:here');
    expect(probe.getBoundingClientRect().height).toBeGreaterThan(0);
    opened[0]?.fake.change([put('room', exampleRoom({ panic: true }))]);
    await room.updateComplete;
    expect(room.panic).toBe(true);
    expect(probe.getBoundingClientRect().height).toBe(0);

    opened[0]?.fake.change([put('room', exampleRoom({ panic: false }))]);
    await room.updateComplete;
    expect(probe.getBoundingClientRect().height).toBeGreaterThan(0);
  });

  it.each(['stall-product-card', 'stall-stock-counter', 'stall-order-ticker'] as const)(
    'shows no <%s> where nothing is sold',
    async (tag) => {
      const { room } = await setup('fake:here');
      const widget = document.createElement(tag);
      widget.setAttribute('product-id', 'peach');
      room.append(widget);
      const height = () => widget.renderRoot.firstElementChild?.getBoundingClientRect().height ?? 0;
      opened[0]?.fake.change([put('order', exampleOrder({ occurredAt: new Date().toISOString() }))]);
      await expect.poll(height).toBeGreaterThan(0);

      opened[0]?.fake.change([put('room', exampleRoom({ commerce: false }))]);
      await expect.poll(height).toBe(0);
    },
  );

  it('names the import that is missing, once, and stays up', async () => {
    const { room, text } = await setup('replay:orchard#SECRET');
    expect(text()).toBe('nothing');
    expect(errors).toHaveBeenCalledTimes(1);
    const line = String(errors.mock.calls[0]);
    expect(line).toContain('@stallcast/adapters/replay');
    expect(line).not.toContain('SECRET');
    expect(room.store?.$fault.get()?.message).toContain('@stallcast/adapters/replay');

    room.src = 'fake:here';
    await expect.poll(text).toBe('果园直播间');
  });

  it('says a trouble that repeats once', async () => {
    await setup('fake:here');
    opened[0]?.fake.fault();
    opened[0]?.fake.fault();
    expect(errors).toHaveBeenCalledTimes(1);
  });
});
