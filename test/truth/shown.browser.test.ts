/*
 * Whether a page can ever show something wrong as live: the histories of the relay adapter's convergence tests with the adapter,
 * the store and the widgets in a real browser. What is compared with the truth at a position is read from the DOM.
 *
 * 200 histories in `npm test`; 2,000 by
 *
 *     STALLCAST_R1_DOM_RUNS=2000 pnpm vitest run --project truth
 *
 * That what is wrong would be found is shown once, on the current engine.
 */
import { StockCounterElement } from '@stallcast/elements';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { describeFound, searchHistories } from '../../packages/adapters/src/relay/convergence/histories.fixture.js';
import type {
  CreateClient,
  Report,
  Wire,
} from '../../packages/adapters/src/relay/convergence/hostile-network.fixture.js';
import type { RelayFlaws } from '../../packages/adapters/src/relay/convergence/simulated-relay.fixture.js';
import { STRAWMEN } from '../../packages/adapters/src/relay/convergence/strawmen.fixture.js';
import { PageClient, StrawmanOnPage } from './page-client.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many histories are played through a page. */
    shownHistories: number;
    /** `103` or `127`, one of OBS's engines; empty for the current one. */
    engine: string;
  }
}

const RUNS = inject('shownHistories');
const SEED = 20_260_701;
/** The browser is given a breath after so many: what they left behind is cleared away. */
const AT_ONCE = 20;

let running: PageClient | StrawmanOnPage | null = null;
const stop = () => {
  running?.stop();
  running = null;
};
/** One page at a time: the next one begins when the last one has gone. */
const onPage =
  (open: (wire: Wire) => PageClient | StrawmanOnPage): CreateClient =>
  (wire) => {
    stop();
    return (running = open(wire));
  };

/** Plays histories, some at a time; the first that fails ends it. */
async function search(create: CreateClient, runs: number, flaws: RelayFlaws, played: (report: Report) => void) {
  for (let done = 0; done < runs; done += AT_ONCE) {
    const found = searchHistories(create, Math.min(AT_ONCE, runs - done), flaws, played, SEED + done);
    if (found.failed) return found;
    stop();
    vi.clearAllTimers();
    await Promise.resolve();
  }
  return null;
}

beforeEach(() => {
  // A room tells the console of each line that is lost.
  vi.spyOn(console, 'error').mockReturnValue();
  vi.useFakeTimers({ now: new Date('2026-07-01T11:00:00.000Z') });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const real = onPage((wire) => new PageClient(wire));

describe('what stands on the page', () => {
  it(
    `is never live and wrong, and catches up, in ${RUNS} histories`,
    async () => {
      let compared = 0;
      let behind = 0;
      const found = await search(real, RUNS, {}, (report) => {
        compared += report.compared;
        if (report.violation === null && running instanceof PageClient && !running.listsAll()) behind += 1;
      });
      expect(found, found ? describeFound(found, real) : '').toBeNull();
      expect(behind).toBe(0);
      expect(compared).toBeGreaterThan(5 * RUNS);
    },
    60 * 60_000,
  );
});

describe.skipIf(inject('engine'))('the same histories', () => {
  it.each(Object.entries(STRAWMEN))('catch on the page a client of another design: %s', async (_, create) => {
    const onStage = onPage((wire) => new StrawmanOnPage(create(wire)));
    expect(await search(onStage, 400, {}, () => {})).not.toBeNull();
  });

  it.each<[string, RelayFlaws]>([
    ['reads the state of a snapshot before its position', { readsStateFirst: true }],
    ['drops what waited for a slow reader', { dropsWhatWaited: true }],
  ])('catch on the page a relay that %s', async (_, flaws) => {
    expect(await search(real, 2_000, flaws, () => {})).not.toBeNull();
  });

  it('catch a widget that misses one repaint in ten', async () => {
    customElements.define('stall-sleepy-counter', SleepyCounter);
    const onStage = onPage((wire) => new PageClient(wire, 'stall-sleepy-counter'));
    expect(await search(onStage, 400, {}, () => {})).not.toBeNull();
  });
});

/** Overhears every tenth time that it is told of something new. */
class SleepyCounter extends StockCounterElement {
  #told = 0;

  override requestUpdate(...args: Parameters<StockCounterElement['requestUpdate']>): void {
    if (this.hasUpdated && (this.#told += 1) % 10 === 0) return;
    super.requestUpdate(...args);
  }
}
