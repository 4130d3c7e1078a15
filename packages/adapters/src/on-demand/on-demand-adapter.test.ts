import { openConnection } from '@stallcast/protocol';
import { createFakeAdapter, createRecorder } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressError, onDemandAdapter } from './on-demand-adapter.js';
import { registerOnDemand } from './register-on-demand.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('onDemandAdapter', () => {
  it('fetches the adapter when it is started, once, and is it from then on', async () => {
    const fake = createFakeAdapter();
    const load = vi.fn(async () => ({ ...fake.adapter, pictureOrigin: 'https://relay.example' }));
    const adapter = onDemandAdapter('fake', load);
    expect(adapter.pictureOrigin).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    const recorder = createRecorder();
    const stop = adapter.start(recorder.sink);
    await vi.advanceTimersByTimeAsync(0);
    fake.snapshot();
    expect(recorder.position).not.toBeNull();
    expect([adapter.name, adapter.silenceMs]).toEqual([fake.adapter.name, fake.adapter.silenceMs]);
    expect(adapter.pictureOrigin).toBe('https://relay.example');
    stop();
    expect(fake.running).toBe(false);
    adapter.start(createRecorder().sink)();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('starts nothing when it was stopped before the code came', async () => {
    const fake = createFakeAdapter();
    const stop = onDemandAdapter('fake', async () => fake.adapter).start(createRecorder().sink);
    stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(fake.starts).toBe(0);
  });

  it('tries again when the code does not come', async () => {
    const fake = createFakeAdapter();
    const load = vi.fn(async () => fake.adapter).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const recorder = createRecorder();
    const stop = onDemandAdapter('fake', load).start(recorder.sink);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['unreachable']);
    expect(fake.running).toBe(true);
    stop();
  });

  it('tells of a wrong address once', async () => {
    const recorder = createRecorder();
    const stop = onDemandAdapter('fake', () => Promise.reject(new AddressError('Expected a shop, got none.'))).start(
      recorder.sink,
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorder.faults.map(({ message }) => message)).toEqual(['Expected a shop, got none.']);
    stop();
  });
});

describe('the schemes on demand', () => {
  it.each([
    ['table:https://shop.example/stall.csv#every=30', 'table shop.example', 65_000],
    ['shopify:shop.myshopify.com#abc', 'shopify shop.myshopify.com', 25_000],
    ['woocommerce:https://shop.example', 'woocommerce shop.example', 25_000],
    ['obs:peaches', 'obs peaches', 9_000],
  ])('open %s', async (text, name, silenceMs) => {
    vi.useRealTimers();
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    registerOnDemand();
    const adapter = openConnection(text);
    const stop = adapter.start(createRecorder().sink);
    await vi.waitFor(() => expect([adapter.name, adapter.silenceMs]).toEqual([name, silenceMs]), { timeout: 10_000 });
    stop();
    vi.unstubAllGlobals();
  });

  it('tell what is wrong with an address when they are started, without repeating it', async () => {
    vi.useRealTimers();
    registerOnDemand();
    const recorder = createRecorder();
    const stop = openConnection('shopify:shop.myshopify.com#shpat_secret').start(recorder.sink);
    await vi.waitFor(() => expect(recorder.faults.map(({ code }) => code)).toEqual(['no-adapter']), {
      timeout: 10_000,
    });
    expect(recorder.faults[0]?.message).not.toContain('secret');
    stop();
  });
});
