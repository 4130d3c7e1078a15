import { createFakeAdapter, exampleState } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '@stallcast/protocol';
import { trySource } from './try-source.js';

type Sink = Parameters<Adapter['start']>[0];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An adapter that hands out its sink, and counts how often it was let go of. */
function source(speak: (sink: Sink) => void = () => {}) {
  const stop = vi.fn();
  let sink!: Sink;
  const adapter: Adapter = {
    ...createFakeAdapter().adapter,
    start(given) {
      sink = given;
      speak(given);
      return stop;
    },
  };
  return { open: () => adapter, stop, sink: () => sink };
}
const state = exampleState();
const snapshot = { stall: 's', epoch: '01J0000000000000000000000A', offset: 1, at: '2026-07-01T11:00:00.000Z', state };
const fault = { code: 'not-found', message: '没有。 / Expected a shop, got none.' };

describe('a source that is tried', () => {
  it('tells its stall, and is let go of at once', async () => {
    const { open, stop, sink } = source();
    const tried = trySource(open);
    expect(stop).not.toHaveBeenCalled();
    sink().snapshot(snapshot as never);
    expect(await tried).toEqual({ ok: true, state });
    expect(stop).toHaveBeenCalledOnce();
    sink().fault(fault as never);
    await vi.runAllTimersAsync();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('is let go of also where it speaks before it has handed out its stop', async () => {
    const { open, stop } = source((sink) => sink.fault(fault as never));
    expect(await trySource(open)).toEqual({
      ok: false,
      trouble: { 'zh-CN': '没有。', en: 'Expected a shop, got none.' },
    });
    await Promise.resolve();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('is given up after twelve seconds without a word', async () => {
    const { open, stop } = source();
    const tried = trySource(open);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await tried).toMatchObject({ ok: false, trouble: { 'zh-CN': expect.stringContaining('等了 12 秒') } });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('that cannot be opened is told of in a sentence', async () => {
    const tried = await trySource(() => {
      throw new Error('要店铺网址。 / Expected a shop, got nothing.');
    });
    expect(tried).toEqual({ ok: false, trouble: { 'zh-CN': '要店铺网址。', en: 'Expected a shop, got nothing.' } });
    expect(vi.getTimerCount()).toBe(0);
  });
});
