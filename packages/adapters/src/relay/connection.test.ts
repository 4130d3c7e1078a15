import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step, STOPPED, waitMs, type ConnectionEvent, type ConnectionState } from './connection.js';

const STATES: ConnectionState[] = [
  STOPPED,
  ...(['connecting', 'open', 'live', 'waiting'] as const).flatMap((at) =>
    (['socket', 'events'] as const).map((transport): ConnectionState => ({ at, transport, attempt: 3 })),
  ),
];
const EVENTS: ConnectionEvent[] = [
  { type: 'start', transport: 'socket' },
  { type: 'opened' },
  { type: 'heard', steady: true },
  { type: 'heard', steady: false },
  { type: 'gap', moved: true },
  { type: 'gap', moved: false },
  { type: 'silent' },
  { type: 'lost' },
  { type: 'refused' },
  { type: 'retry' },
  { type: 'wake' },
  { type: 'stop' },
];
const hasLine = ({ at }: ConnectionState) => at === 'connecting' || at === 'open' || at === 'live';

describe('the connection', () => {
  it.each(STATES.flatMap((state) => EVENTS.map((event) => [state.at, event.type, state, event] as const)))(
    'that is %s knows what follows on %s',
    (_, __, state, event) => {
      const { state: next, effects } = step(state, event, true);
      // A line is begun by reaching "connecting" and ended by leaving the states that have one.
      const begins = next.at === 'connecting' && (state.at !== 'connecting' || effects.connect !== undefined);
      expect(effects.connect !== undefined).toBe(begins);
      if (hasLine(state) && (!hasLine(next) || begins)) expect(effects.disconnect).toBe(true);
      if (hasLine(next) && !begins) expect(effects.disconnect).toBeUndefined();
      expect(effects.wait !== undefined).toBe(next.at === 'waiting' && state.at !== 'waiting');
      if (state.at === 'waiting' && next.at !== 'waiting') expect(effects.endWait).toBe(true);
    },
  );

  it('tries for ever: no run of events but a stop leads to where nothing follows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...EVENTS.filter(({ type }) => type !== 'stop')), { maxLength: 60 }),
        fc.boolean(),
        (run, both) => {
          let { state } = step(STOPPED, { type: 'start', transport: 'socket' }, both);
          for (const event of run) state = step(state, event, both).state;
          expect(state.at).not.toBe('stopped');
          if (state.at === 'waiting') state = step(state, { type: 'retry' }, both).state;
          expect(hasLine(state)).toBe(true);
        },
      ),
    );
  });

  it('takes turns between its two ways until one brings something, and then stays with it', () => {
    let { state } = step(STOPPED, { type: 'start', transport: 'socket' }, true);
    const transports: unknown[] = [];
    const fail = (event: ConnectionEvent) => {
      state = step(step(state, event, true).state, { type: 'retry' }, true).state;
      transports.push(state.at !== 'stopped' && state.transport);
    };
    fail({ type: 'lost' });
    fail({ type: 'silent' });
    fail({ type: 'lost' });
    state = step(state, { type: 'heard', steady: true }, true).state;
    fail({ type: 'lost' });
    expect(transports).toEqual(['events', 'socket', 'events', 'events']);
  });

  it('stays with its way where it has one alone', () => {
    const { state } = step({ at: 'connecting', transport: 'socket', attempt: 0 }, { type: 'lost' }, false);
    expect(state).toEqual({ at: 'waiting', transport: 'socket', attempt: 1 });
  });

  it('counts its attempts anew only after a line that held', () => {
    const live = (steady: boolean) =>
      step({ at: 'open', transport: 'socket', attempt: 4 }, { type: 'heard', steady }, true).state;
    expect([live(false), live(true)]).toMatchObject([{ attempt: 4 }, { attempt: 0 }]);
  });
});

describe('waitMs', () => {
  it.each([
    [0, 500],
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [4, 5_000],
    [500, 5_000],
  ])('before attempt %i is anything up to %i ms', (attempt, most) => {
    expect(waitMs({ attempt, longest: false }, () => 0)).toBe(0);
    expect(waitMs({ attempt, longest: false }, () => 1)).toBe(most);
  });

  it('is a second at most where the relay is on this machine', () => {
    const most = (attempt: number) => waitMs({ attempt, longest: false }, () => 1, true);
    expect([0, 1, 2, 3, 500].map(most)).toEqual([500, 1_000, 1_000, 1_000, 1_000]);
  });

  it('after a refusal is always the longest', () => {
    expect(waitMs({ attempt: 0, longest: true }, () => 0)).toBe(5_000);
  });
});
