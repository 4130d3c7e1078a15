import { answerParent, sharedNow } from './talk.js';
import { Viewer, type Notes, type Target } from './viewer.js';

/** Many viewers in a process of their own, so that what they cost is not counted to the server. */
const viewers: Viewer[] = [];
const notes: Notes = { delays: [], bytes: 0 };
/** So many come from one address of this machine, which has no more ports than that. */
const VIEWERS_AN_ADDRESS = 4_000;
/** So many connect at once. */
const AT_ONCE = 64;

let level = 0;
let wake = () => {};

async function until(holds: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = sharedNow() + timeoutMs * 1e6;
  while (!holds() && sharedNow() < end) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, 50);
    });
  }
  return holds();
}

const isLevel = () => {
  level += 1;
  wake();
};

answerParent({
  /** Adds viewers, a few at a time; how many are connected in the end. */
  async connect({ target, count, net, timeoutMs }: { target: Target; count: number; net: number; timeoutMs: number }) {
    const end = sharedNow() + timeoutMs * 1e6;
    const aim = level + count;
    for (let i = 0; i < count && sharedNow() < end; i += 1) {
      const from = `127.0.${net}.${1 + Math.floor(viewers.length / VIEWERS_AN_ADDRESS)}`;
      const viewer = new Viewer(target, from, notes, isLevel);
      viewers.push(viewer);
      viewer.open();
      await until(() => viewers.length - level < AT_ONCE, timeoutMs);
    }
    await until(() => level >= aim, Math.max(0, (end - sharedNow()) / 1e6));
    return level;
  },

  begin() {
    notes.delays = [];
    notes.bytes = 0;
  },

  /** What was received, once it is so many messages or the time is up. */
  async received({ messages, timeoutMs }: { messages: number; timeoutMs: number }) {
    await until(() => notes.delays.length >= messages, timeoutMs);
    return { delays: Float64Array.from(notes.delays), bytes: notes.bytes };
  },

  /** The last of them stop reading, and stay. They do not count any more. */
  stop({ count }: { count: number }) {
    for (const viewer of viewers.slice(-count)) viewer.stop();
  },

  /** From here on those whose line is cut come back. */
  comeBack() {
    level = 0;
    for (const viewer of viewers) {
      viewer.comesBack = true;
      viewer.forgetLevel(Infinity);
    }
  },

  /** When each of them is level with a position again, and when the attempt began that led there; ns. */
  async recovered({ aim, timeoutMs }: { aim: number; timeoutMs: number }) {
    for (const viewer of viewers) {
      viewer.aim = aim;
      if (viewer.levelAt === 0) viewer.look();
    }
    await until(() => level >= viewers.length, timeoutMs);
    const back = viewers.filter(({ levelAt }) => levelAt > 0);
    return {
      count: viewers.length,
      levelAt: Float64Array.from(back, (viewer) => viewer.levelAt),
      startedAt: Float64Array.from(back, (viewer) => viewer.startedAt),
    };
  },

  close() {
    for (const viewer of viewers.splice(0)) viewer.close();
    level = 0;
  },
});
