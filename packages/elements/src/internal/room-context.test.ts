import { createRoomStore, type RoomStore } from '@stallcast/store';
import { createFakeAdapter } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import '../components/room/define.js';
import { roomContext, RoomRequestEvent } from './room-context.js';

/** A room with a store, and somebody inside who asks for it; `told` is what it was told. */
async function setup() {
  const store = createRoomStore(createFakeAdapter().adapter);
  const room = document.createElement('stall-room');
  const inside = document.createElement('p');
  room.append(inside);
  document.body.append(room);
  room.store = store;
  await room.updateComplete;
  const told: (RoomStore | undefined)[] = [];
  const stops: ((() => void) | undefined)[] = [];
  const ask = (changes: Record<string, unknown> = {}) =>
    inside.dispatchEvent(
      Object.assign(
        new RoomRequestEvent(inside, (value, stop) => {
          told.push(value);
          stops.push(stop);
        }),
        changes,
      ),
    );
  return { store, room, inside, told, stops, ask };
}

describe('the store of a room', () => {
  afterEach(() => document.body.replaceChildren());

  it('is told at once, and when it is another one, until that is stopped', async () => {
    const { store, room, told, stops, ask } = await setup();
    ask();
    expect(told).toEqual([store]);
    const other = createRoomStore(createFakeAdapter().adapter);
    room.store = other;
    await room.updateComplete;
    expect(told).toEqual([store, other]);
    expect(stops[0]).toBe(stops[1]);
    stops[0]!();
    room.store = undefined;
    await room.updateComplete;
    expect(told).toHaveLength(2);
  });

  it('is told once to who does not subscribe', async () => {
    const { store, room, told, stops, ask } = await setup();
    ask({ subscribe: false });
    room.store = undefined;
    await room.updateComplete;
    expect(told).toEqual([store]);
    expect(stops).toEqual([undefined]);
  });

  it('is not told to who asks for something else, and that goes on to whom it concerns', async () => {
    const { told, ask } = await setup();
    let heard = 0;
    document.body.addEventListener('context-request', () => (heard += 1), { once: true });
    ask({ context: Symbol('another') });
    expect([told.length, heard]).toEqual([0, 1]);
  });

  it('is the nearest room’s, found across shadow roots and without a target being named', async () => {
    const { store, inside } = await setup();
    const deep = inside.attachShadow({ mode: 'open' }).appendChild(document.createElement('b'));
    let found: unknown;
    const request = new RoomRequestEvent(deep, (value) => (found = value));
    deep.dispatchEvent(Object.assign(request, { contextTarget: undefined }));
    expect(found).toBe(store);
  });

  it('is asked for under a name that every copy of the library knows', () => {
    expect(roomContext).toBe(Symbol.for('stallcast.room'));
  });
});
