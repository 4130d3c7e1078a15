import type { Adapter, Position, Stop } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecorder, type Recorder } from './recorder.js';

/** What is behind one adapter, as a test can play it. What is optional is checked where it is given. */
export interface AdapterHarness {
  readonly adapter: Adapter;
  /** Where the log behind the adapter stands. */
  truth(): Position;
  /** Lets the log be read: until then the adapter gets no answer. Absent where it can be read from the start. */
  open?(): Promise<void> | void;
  /** Appends one change that is news to the adapter. Absent for what plays by itself. */
  append?(): Promise<void> | void;
  /** Sends something unreadable. */
  garble?(): Promise<void> | void;
  /** Breaks the connection; it cannot be made again until `restore`. */
  interrupt?(): Promise<void> | void;
  restore?(): Promise<void> | void;
  /** Begins a new life of the log while the adapter reads it. */
  startOver?(): Promise<void> | void;
  /** Connections that are there now. */
  connections?(): number;
  /** A word, such as a key, that no fault may hold. */
  readonly secret?: string;
  /** Lets everything that is on its way arrive, and some time pass. */
  settle(): Promise<void> | void;
  /** Frees what the harness holds. */
  release?(): Promise<void> | void;
}

/** How long a truth may take to arrive, ms. */
const PATIENCE_MS = 10_000;

/**
 * Checks the promises of `Adapter` against an adapter: the snapshot first, changes in order and without gaps, nothing after the
 * stop, whatever goes wrong told and healed.
 *
 * Every adapter calls this once in a test file of its own. It works with real and with fake timers.
 */
export function describeAdapter(name: string, createHarness: () => AdapterHarness | Promise<AdapterHarness>): void {
  describe(`${name} keeps the adapter contract`, () => {
    let harness: AdapterHarness;
    let recorder: Recorder;
    let stop: Stop | null;

    const start = () => {
      recorder = createRecorder();
      const end = harness.adapter.start(recorder.sink);
      const { stopped } = recorder;
      stop = () => {
        end();
        stopped();
        stop = null;
      };
    };
    const arrival = () =>
      vi.waitFor(() => expect(recorder.position).toEqual(harness.truth()), { timeout: PATIENCE_MS, interval: 20 });
    const begin = async () => {
      start();
      await harness.open?.();
      await vi.waitFor(() => expect(recorder.position).not.toBeNull(), { timeout: PATIENCE_MS, interval: 20 });
    };

    beforeEach(async () => {
      harness = await createHarness();
      recorder = createRecorder();
      stop = null;
    });

    afterEach(async () => {
      stop?.();
      await harness.settle();
      await harness.release?.();
      expect(recorder.violations).toEqual([]);
      if (harness.secret !== undefined) {
        for (const { message, stack } of recorder.faults)
          expect(`${message} ${stack ?? ''}`).not.toContain(harness.secret);
      }
    });

    it('has a name for people and says when silence means stale', () => {
      start();
      expect(harness.adapter.name).toMatch(/^\S.*\S$/);
      expect(harness.adapter.silenceMs).toBeGreaterThan(0);
    });

    it('delivers a snapshot before anything else', async () => {
      await begin();
      expect(recorder.deliveries.find(({ type }) => type !== 'fault')?.type).toBe('snapshot');
    });

    it('delivers nothing but faults before there is something to read', async ({ skip }) => {
      if (!harness.open) return skip();
      start();
      await harness.settle();
      expect(recorder.deliveries.filter(({ type }) => type !== 'fault')).toEqual([]);
    });

    it('delivers changes in order and without gaps', async () => {
      await begin();
      for (let count = 0; count < 5; count += 1) await harness.append?.();
      if (harness.append) await arrival();
    });

    it('delivers nothing after the stop and keeps no connection', async () => {
      await begin();
      const { length } = recorder.deliveries;
      stop?.();
      await harness.append?.();
      await harness.settle();
      expect(recorder.deliveries.length).toBe(length);
      if (harness.connections) await vi.waitFor(() => expect(harness.connections?.()).toBe(0));
    });

    it('can be stopped before anything was delivered, and twice', async () => {
      start();
      const end = stop;
      end?.();
      await harness.open?.();
      await harness.settle();
      expect(() => end?.()).not.toThrow();
      expect(recorder.deliveries).toEqual([]);
    });

    it('begins with a snapshot again when it is started again', async () => {
      await begin();
      stop?.();
      start();
      await vi.waitFor(() => expect(recorder.position).not.toBeNull(), { timeout: PATIENCE_MS, interval: 20 });
      expect(recorder.deliveries.find(({ type }) => type !== 'fault')?.type).toBe('snapshot');
    });

    it('serves two stores at once', async () => {
      await begin();
      const second = createRecorder();
      const end = harness.adapter.start(second.sink);
      await vi.waitFor(() => expect(second.position).not.toBeNull(), { timeout: PATIENCE_MS, interval: 20 });
      end();
      second.stopped();
      await harness.append?.();
      if (harness.append) await arrival();
      expect(second.violations).toEqual([]);
    });

    it('catches up after a break, and tells of it', async ({ skip }) => {
      if (!harness.interrupt) return skip();
      await begin();
      await harness.interrupt();
      await harness.append?.();
      await harness.append?.();
      await vi.waitFor(() => expect(recorder.faults.length).toBeGreaterThan(0), { timeout: PATIENCE_MS, interval: 20 });
      await harness.restore?.();
      await arrival();
    });

    it('delivers no change twice over a break', async ({ skip }) => {
      if (!harness.interrupt || !harness.append) return skip();
      await begin();
      await harness.append();
      await arrival();
      await harness.interrupt();
      await harness.restore?.();
      await harness.append();
      await arrival();
      const offsets = recorder.deliveries.flatMap((delivery) =>
        delivery.type === 'change' ? delivery.change.offset : [],
      );
      expect(offsets).toEqual([...new Set(offsets)]);
    });

    it('leaves out what it cannot read, tells of it, and goes on', async ({ skip }) => {
      if (!harness.garble) return skip();
      await begin();
      await harness.garble();
      await harness.append?.();
      await arrival();
      expect(recorder.faults.map(({ code }) => code)).toContain('bad-message');
    });

    it('starts over with a snapshot when the log does', async ({ skip }) => {
      if (!harness.startOver) return skip();
      await begin();
      await harness.append?.();
      await harness.startOver();
      await harness.append?.();
      await arrival();
    });
  });
}
