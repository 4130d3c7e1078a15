import { exampleState } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTransaction } from './database.js';
import { keepWriting, readState, writeState } from './kept-state.js';

const NAME = 'deck.kept-state-test';
const snapshot = {
  stall: 'orchard',
  epoch: '01J0000000000000000000000A',
  offset: 4,
  at: '2026-07-01T11:00:00.000Z',
  state: exampleState(),
};
const put = (value: unknown) => inTransaction('states', 'readwrite', (store) => void store.put(value, NAME));
const heard = async () => (await readState(NAME))?.heardAt;

beforeEach(() => writeState(NAME, null));
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await writeState(NAME, null);
});

describe('the state that a deck keeps', () => {
  it('is read as it was written, until it is forgotten, each under its own name', async () => {
    expect(await readState(NAME)).toBeNull();
    await writeState(NAME, { heardAt: 5, snapshot });
    expect(await readState(NAME)).toMatchObject({ heardAt: 5, snapshot });
    expect(await readState(`${NAME}.other`)).toBeNull();
    await writeState(NAME, null);
    expect(await readState(NAME)).toBeNull();
  });

  it.each([null, 7, 'x', {}, { heardAt: 5 }, { heardAt: 5, frame: { v: 0, type: 'snapshot' } }])(
    'is none where an earlier version, or something else, left %j',
    async (value) => {
      await put(value);
      expect(await readState(NAME)).toBeNull();
    },
  );

  it('is none where storage is blocked, and writing it fails without a word', async () => {
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    await writeState(NAME, { heardAt: 5, snapshot });
    expect(await readState(NAME)).toBeNull();
  });

  it('is waited for half a second where storage hangs', async () => {
    await writeState(NAME, { heardAt: 5, snapshot });
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(
      () => ({ objectStore: () => ({ get: () => ({}) }) }) as unknown as IDBTransaction,
    );
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reading = readState(NAME);
    await vi.advanceTimersByTimeAsync(500);
    expect(await reading).toBeNull();
  });

  it('is there again after a later version of the page, or the browser, has closed the storage', async () => {
    await writeState(NAME, { heardAt: 5, snapshot });
    const before = vi.spyOn(IDBDatabase.prototype, 'close');
    // What another tab asks for waits until this one has let go.
    const { promise, resolve } = openLater();
    expect(await promise).toBe(2);
    expect(before).toHaveBeenCalled();
    expect(await readState(NAME), 'the newer page’s storage is not for this one').toBeNull();
    await resolve();
    await writeState(NAME, { heardAt: 6, snapshot });
    expect(await heard()).toBe(6);
  });
});

/** Opens the database as a later version does, and puts it away again. */
function openLater() {
  let database: IDBDatabase;
  const promise = new Promise<number>((done, fail) => {
    const request = indexedDB.open('stallcast-pages', 2);
    request.onsuccess = () => {
      database = request.result;
      done(database.version);
    };
    request.onerror = () => fail(request.error ?? new Error('not opened'));
  });
  return {
    promise,
    resolve: () =>
      new Promise<void>((done) => {
        database.close();
        indexedDB.deleteDatabase('stallcast-pages').onsuccess = () => done();
      }),
  };
}

describe('writing a state', () => {
  const keep = vi.fn();
  let heardAt: number;
  beforeEach(() => {
    heardAt = 0;
    keep.mockReset().mockImplementation(() => ({ heardAt: ++heardAt, snapshot }));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  it('comes soon the first time, and then every three seconds at most', async () => {
    const { changed, stop } = keepWriting(NAME, keep);
    changed();
    changed();
    vi.advanceTimersByTime(299);
    expect(keep).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(keep).toHaveBeenCalledTimes(1);
    changed();
    vi.advanceTimersByTime(2_999);
    changed();
    expect(keep).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(keep).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(60_000);
    expect(keep).toHaveBeenCalledTimes(2);
    stop();
  });

  it('comes at once when the page goes or is hidden, and no more once it was stopped', () => {
    const { changed, stop } = keepWriting(NAME, keep);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(keep, 'it is shown').not.toHaveBeenCalled();
    dispatchEvent(new Event('pagehide'));
    expect(keep).toHaveBeenCalledTimes(1);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(keep).toHaveBeenCalledTimes(2);
    changed();
    stop();
    dispatchEvent(new Event('pagehide'));
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(60_000);
    expect(keep).toHaveBeenCalledTimes(2);
  });
});
