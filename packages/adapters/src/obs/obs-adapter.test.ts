import { asSynthetic, createExampleLog, createRecorder, exampleState } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMAND_EVENT, passCommands } from './command-events.js';
import { FRAME_EVENT, obsAdapter } from './obs-adapter.js';
import { openObs } from './register-obs.js';

const target = new EventTarget();
const emit = (name: string, detail: unknown) => target.dispatchEvent(new CustomEvent(name, { detail }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('obsAdapter', () => {
  it('keeps from the air what is for the operator, though the sender sends it', () => {
    const recorder = createRecorder();
    const stop = obsAdapter({ target }).start(recorder.sink);
    const alert = { id: 'a', at: '2026-07-01T11:00:00Z', code: 'oversold', subject: 'peach', detail: {} } as const;
    const state = { ...asSynthetic(exampleState()), alerts: [alert] };
    emit(FRAME_EVENT, { v: 1, type: 'snapshot', ...createExampleLog().snapshot(), state });
    expect(recorder.state.products.length).toBeGreaterThan(0);
    expect(recorder.state.alerts).toBeUndefined();
    stop();
  });

  it('takes the frames of one stall alone', () => {
    const recorder = createRecorder();
    const stop = obsAdapter({ target, stall: 'north' }).start(recorder.sink);
    const snapshot = createExampleLog().snapshot();
    emit(FRAME_EVENT, { v: 1, type: 'snapshot', ...snapshot, stall: 'south' });
    expect(recorder.deliveries).toEqual([]);
    emit(FRAME_EVENT, { v: 1, type: 'snapshot', ...snapshot, stall: 'north' });
    emit(FRAME_EVENT, { v: 1, type: 'ping', ...snapshot, stall: 'south', prev: 99, offset: 99 });
    expect(recorder.deliveries.map(({ type }) => type)).toEqual(['snapshot']);
    stop();
  });

  it('says once that nothing comes, and again after something came', async () => {
    const recorder = createRecorder();
    const stop = obsAdapter({ target }).start(recorder.sink);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['silent']);
    emit(FRAME_EVENT, { v: 1, type: 'snapshot', ...createExampleLog().snapshot() });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(recorder.faults.map(({ code }) => code)).toEqual(['silent', 'silent']);
    stop();
  });

  it('leaves out what is no data', () => {
    const recorder = createRecorder();
    const stop = obsAdapter({ target }).start(recorder.sink);
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    for (const detail of [loop, 10n, undefined, null, 5, 'x', { v: 2 }]) emit(FRAME_EVENT, detail);
    expect(recorder.faults).toHaveLength(7);
    expect(recorder.violations).toEqual([]);
    stop();
  });

  it('is named by a connection string', () => {
    expect(openObs('').name).toBe('obs events');
    expect(openObs('peaches?room=north').name).toBe('obs peaches');
    expect(() => openObs('https://a.example/')).toThrow(/Expected the name of a stall/);
  });
});

describe('passCommands', () => {
  it('passes on commands with an id, as objects and as text, until it is stopped', () => {
    const send = vi.fn(async () => {});
    const fault = vi.fn();
    const stop = passCommands({ send, fault, target });
    const command = { id: 'k1', type: 'adjust-stock', productId: 'peach', delta: -1, reason: 'sold-elsewhere' };
    emit(COMMAND_EVENT, command);
    emit(COMMAND_EVENT, JSON.stringify(command));
    expect(send.mock.calls).toEqual([[command], [command]]);
    for (const junk of ['{', [], null, { type: 'panic' }, { id: 5, type: 'panic' }, 'x'.repeat(70_000)])
      emit(COMMAND_EVENT, junk);
    expect(send).toHaveBeenCalledTimes(2);
    expect(fault).toHaveBeenCalledTimes(6);
    stop();
    emit(COMMAND_EVENT, command);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tells why one was not taken', async () => {
    const fault = vi.fn();
    const stop = passCommands({ send: () => Promise.reject(new Error('Open the deck once.')), fault, target });
    emit(COMMAND_EVENT, { id: 'k1', type: 'panic', on: true });
    await vi.waitFor(() =>
      expect(fault).toHaveBeenCalledWith(expect.objectContaining({ message: 'Open the deck once.' })),
    );
    stop();
  });
});
