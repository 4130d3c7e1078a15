import {
  captivePortal,
  drop,
  duplicate,
  empty,
  failing,
  garble,
  reorder,
  truncate,
  wrongEpoch,
  type Answer,
  type MessageFault,
} from '@stallcast/testing/faults';
import type { Booth, Transport } from './booth.js';
import type { FaultyMarket, Market } from './market.js';
import { hide } from './hide.js';
import { FAULT_MS, HEARTBEAT_MS, pause } from './durations.js';

/** One fault: a row of the matrix, for markets that can have it. */
export interface Row<M extends Market = FaultyMarket> {
  /** As in the list of the sixteen. */
  no: string;
  name: string;
  /** Whether it keeps the page from hearing anything, so that the mark has to be there. */
  isSilence: boolean;
  /** Whether it begins before the page is opened. */
  atStart?: true;
  /** Whether the relay still holds a connection that the page has given up: no one could tell it. */
  leavesOne?: true;
  /** Whether the page is told that it may not read, as opposed to nothing. */
  isRefusal?: true;
  /** Whether orders are undone, so that those before them are the newest again. */
  goesBack?: true;
  /** Why there is no such fault on a way of hearing. */
  without?: Partial<Record<Transport, string>>;
  /** Makes the fault and sells something in it; resolves when it is over. */
  run(booth: Booth, market: M): Promise<void>;
}

/** Lets time pass in a fault, and sells at each third of it. */
async function during({ market }: Booth, ms = FAULT_MS): Promise<void> {
  for (let third = 0; third < 3; third += 1) {
    await pause(ms / 3);
    await market.sell();
  }
}

const answering = (no: string, name: string, answer: Answer): Row => ({
  no,
  name,
  isSilence: true,
  async run(booth) {
    booth.messages.answer(answer);
    booth.messages.reset();
    await during(booth);
    booth.messages.answer(null);
  },
});

const injecting = (no: string, name: string, fault: MessageFault, without: Row['without'] = {}): Row => ({
  no,
  name,
  isSilence: false,
  without,
  async run(booth) {
    const heal = booth.messages.inject(fault, (path) => path.includes('/stalls/') || path.includes('/socket.io/'));
    await during(booth, FAULT_MS / 2);
    // Also what answers a request: history, and the snapshot of a page that is opened.
    booth.line.reset();
    await during(booth, FAULT_MS / 2);
    heal();
  },
});

/** News of a stream, or a table, which is all news. */
const isChange = (_index: number, text: string): boolean =>
  text.includes('"type":"change"') || text.startsWith('编号,');
/** Whatever says something of the stall, as opposed to what a transport says of itself. */
const isFrame = (_index: number, text: string): boolean => text.includes('"type":');

const ONE_ANSWER = 'a question has one answer';
const ONE_QUESTION = 'one question at a time';
const NO_EPOCHS = 'it knows no lives of a log';

/** The faults, each for every transport. What needs a process of its own stands in `frozen.test.ts`. */
export const ROWS: readonly Row[] = [
  {
    no: '1',
    name: 'refused at the start',
    isSilence: false,
    atStart: true,
    async run(booth) {
      await booth.line.refuse();
      await booth.open();
      await during(booth);
      await booth.line.accept();
    },
  },
  {
    no: '2',
    name: 'reset in the middle',
    isSilence: true,
    async run(booth) {
      const heal = booth.line.add({ type: 'reset-peer' });
      await during(booth);
      heal();
    },
  },
  {
    no: '3',
    name: 'closed in good order',
    isSilence: false,
    async run(booth) {
      for (let beat = 0; beat < 3; beat += 1) {
        booth.line.end();
        await during(booth, FAULT_MS / 3);
      }
    },
  },
  {
    no: '4',
    name: 'black hole',
    isSilence: true,
    async run(booth) {
      const heal = booth.line.add({ type: 'timeout' });
      await during(booth);
      heal();
    },
  },
  {
    no: '4b',
    name: 'half-open: the other side has forgotten',
    isSilence: false,
    leavesOne: true,
    async run(booth) {
      booth.line.add({ type: 'half-open' })();
      await during(booth);
    },
  },
  answering('6', '503, then well again', failing(503)),
  answering('7', '200 with a page: captive portal', captivePortal()),
  answering('8', '204, nothing', empty()),
  injecting('9a', 'frames end in the middle', truncate(0.6, isChange)),
  injecting('9b', 'frames are no JSON', garble('json', isChange)),
  injecting('9c', 'frames are no UTF-8', garble('utf8', isChange)),
  injecting('10', 'messages are lost', drop(isChange)),
  injecting('11', 'messages come twice', duplicate(2, isFrame), { table: ONE_ANSWER }),
  injecting('12', 'messages change places', reorder(2, isFrame), { table: ONE_QUESTION }),
  injecting('13a', 'frames of an older life of the log', wrongEpoch('00000000000000000000000000', isChange), {
    table: NO_EPOCHS,
  }),
  {
    no: '13b',
    name: 'restarted on an older copy of its database',
    isSilence: false,
    goesBack: true,
    async run(booth, market) {
      const restore = market.backUp();
      await during(booth, FAULT_MS / 2);
      await restore();
      booth.messages.target(market.port);
      await during(booth, FAULT_MS / 2);
    },
  },
  {
    no: '14',
    name: 'slow line and a surge',
    isSilence: false,
    async run(booth) {
      const heal = booth.line.add({ type: 'bandwidth', bytesPerSecond: 8_000 });
      for (let order = 0; order < 60; order += 1) await booth.market.sell();
      await during(booth, 2 * FAULT_MS);
      heal();
    },
  },
  {
    no: '15',
    name: 'hidden, then shown',
    isSilence: false,
    async run(booth) {
      const show = await hide(booth.page);
      await during(booth, FAULT_MS + HEARTBEAT_MS);
      await show();
    },
  },
  {
    no: '16',
    name: 'the key is refused for a while',
    isSilence: true,
    isRefusal: true,
    async run(booth, market) {
      const admit = await market.refuse();
      await during(booth);
      await admit();
    },
  },
];
