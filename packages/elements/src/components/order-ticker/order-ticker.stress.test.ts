import type { Order } from '@stallcast/protocol';
import { createRoomStore } from '@stallcast/store';
import { createFakeAdapter, exampleOrder, put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import './define.js';

const SECONDS = 2;
const PER_SECOND = 5_000;

/** Gives orders at an even rate, as many as are due each time the page gets round to it. */
async function pour(seconds: number, perSecond: number, give: (seq: number) => void) {
  const started = performance.now();
  for (let seq = 0; seq < seconds * perSecond;) {
    const due = Math.min(seconds * perSecond, Math.floor(((performance.now() - started) / 1_000) * perSecond));
    while (seq < due) give((seq += 1));
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

describe.each(['toast', 'ticker'] as const)('<stall-order-ticker look="%s"> at 5,000 orders a second', (look) => {
  afterEach(() => document.body.replaceChildren());

  it('counts exactly, grows no nodes and keeps painting', { timeout: 20_000 }, async () => {
    const fake = createFakeAdapter();
    fake.snapshot();
    const room = document.createElement('stall-room');
    const ticker = document.createElement('stall-order-ticker');
    room.store = createRoomStore(fake.adapter);
    ticker.look = look;
    room.append(ticker);
    document.body.append(room);
    await ticker.updateComplete;

    const occurredAt = new Date().toISOString();
    const order = (seq: number): Order => exampleOrder({ seq, occurredAt, buyer: { mask: `${seq % 7}*` } });
    const frames: number[] = [];
    let sampled = performance.now();
    let frame = requestAnimationFrame(function sample(now) {
      frames.push(now - sampled);
      sampled = now;
      frame = requestAnimationFrame(sample);
    });
    const nodes: number[] = [];
    const sampling = setInterval(() => nodes.push(ticker.renderRoot.querySelectorAll('*').length), 100);

    await pour(SECONDS, PER_SECOND, (seq) => fake.change([put('order', order(seq))]));
    clearInterval(sampling);
    cancelAnimationFrame(frame);

    const count = () => Number(/\+(\d+)/.exec(ticker.renderRoot.textContent ?? '')?.[1] ?? 0);
    // Of a toast one row, of the rows one a beat; what came last may still wait for its roll.
    const shown = look === 'toast' ? 1 : Math.ceil(SECONDS * 5) + 1;
    await expect.poll(count).toBeGreaterThanOrEqual(SECONDS * PER_SECOND - shown - 1);
    expect(count()).toBeLessThan(SECONDS * PER_SECOND);
    expect(Math.max(...nodes) - Math.min(...nodes.slice(5))).toBeLessThan(120);
    // The middle one: on a busy machine a single frame can wait for others, while work that grew with the orders delays them all.
    frames.sort((a, b) => a - b);
    expect(frames[Math.floor(frames.length / 2)]).toBeLessThan(100);
  });
});
