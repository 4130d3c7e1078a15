import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServerTime } from './server-time.js';

const DAY_MS = 86_400_000;
const HEARTBEAT_MS = 5_000;

/** A page whose wall clock is wrong, and frames that need their time. */
function setup(wallError: number) {
  let now = 1_782_900_000_000;
  const opened = now;
  let error = wallError;
  const time = createServerTime({
    wall: () => now + error,
    monotonic: () => now - opened,
    setTimeout: () => null,
    clearTimeout: () => {},
  });
  return {
    time,
    server: () => now,
    jump: (ms: number) => (error += ms),
    /** A frame that was sent, and arrives so much later. */
    hear(lateMs: number) {
      const at = new Date(now).toISOString();
      now += lateMs;
      time.hear(at);
    },
    pass: (ms: number) => (now += ms),
  };
}

describe('the server’s time', () => {
  it('is told to a tenth of a second and the way of one frame, never early, by a page whose clock is a day off and jumps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -DAY_MS, max: DAY_MS }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0, 0, 0, 3_600_000, -3_600_000)), {
          minLength: 1,
          maxLength: 60,
        }),
        (wallError, frames) => {
          const { time, server, jump, hear, pass } = setup(wallError);
          const heard: number[] = [];
          for (const [lateMs, jumpMs] of frames) {
            hear(lateMs);
            heard.push(lateMs);
            jump(jumpMs);
            pass(HEARTBEAT_MS);
            const behind = server() - time.now();
            // What ends by it ends never early, and late by no more than the quickest of the last minute's frames.
            const quickest = Math.min(...heard.slice(-12));
            expect(behind).toBeGreaterThanOrEqual(0);
            expect(behind).toBeLessThanOrEqual(quickest + 100);
          }
        },
      ),
    );
  });

  it('is the page’s own before anything was heard', () => {
    const { time, server } = setup(5_000);
    expect(time.now()).toBe(server() + 5_000);
  });
});
