import type { Frame } from '@stallcast/protocol';
import { createExampleLog, describeAdapter, type AdapterHarness } from '@stallcast/testing';
import { vi } from 'vitest';
import { FRAME_EVENT, obsAdapter } from './obs-adapter.js';

/** A sender as the README asks for: changes at once, and again and again a snapshot. */
function createHarness(write: (frame: Frame) => unknown): AdapterHarness {
  vi.useFakeTimers();
  const log = createExampleLog();
  const target = new EventTarget();
  const listeners = new Set<unknown>();
  let isSending = false;

  const emit = (detail: unknown) => target.dispatchEvent(new CustomEvent(FRAME_EVENT, { detail }));
  const send = (frame: Frame) => {
    if (isSending) emit(write(frame));
  };
  const snapshot = () => send({ v: 1, type: 'snapshot', ...log.snapshot() });
  const end = log.subscribe((change) => send({ v: 1, type: 'change', ...change }));
  const timer = setInterval(snapshot, 400);

  return {
    adapter: obsAdapter({
      target: {
        addEventListener(type: string, listener: EventListener) {
          listeners.add(listener);
          target.addEventListener(type, listener);
        },
        removeEventListener(type: string, listener: EventListener) {
          listeners.delete(listener);
          target.removeEventListener(type, listener);
        },
      } as EventTarget,
    }),
    truth: () => log.position,
    open() {
      isSending = true;
      snapshot();
    },
    append: () => void log.append(),
    garble: () => void emit('{"v":1,"type":"change"'),
    async interrupt() {
      isSending = false;
      await vi.advanceTimersByTimeAsync(9_500);
    },
    restore: () => void (isSending = true),
    startOver: () => log.startOver(),
    connections: () => listeners.size,
    settle: async () => void (await vi.advanceTimersByTimeAsync(20_000)),
    release() {
      end();
      clearInterval(timer);
      vi.useRealTimers();
    },
  };
}

describeAdapter('obsAdapter with objects', () => createHarness((frame) => frame));
describeAdapter('obsAdapter with text', () => createHarness((frame) => JSON.stringify(frame)));
describeAdapter('obsAdapter with batches', () => createHarness((frame) => ({ v: 1, type: 'batch', frames: [frame] })));
