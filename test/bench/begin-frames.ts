import { setTimeout as sleep } from 'node:timers/promises';
import { startCdpBrowser } from './cdp.js';
import type { FrameBrowser } from './frame-browsers.js';

const FRAME_MS = 1_000 / 60;
const LOAD_MS = 10_000;

const BEGIN_FRAME_CONTROL = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  // Frames are drawn when they are asked for, and each is drawn to its end: as OBS does it.
  '--enable-begin-frame-control',
  '--run-all-compositor-stages-before-draw',
];

/** A page whose frames are drawn one by one, on demand, so that they can be counted. */
export interface FramedPage {
  readonly version: string;
  /** Draws frames at the pace of 60 a second, or as fast as they come, and counts those in which a pixel was painted anew. */
  damaged(frames: number, pace?: 'screen' | 'fast'): Promise<number>;
  /** The value of an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  /** Asks the page over its DevTools protocol. */
  ask(method: string, params?: object): Promise<Record<string, unknown>>;
  /** What the page's process and the one that draws it have spent of the processor since they began, ms. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

interface ProcessTime {
  type: string;
  /** Seconds. */
  cpuTime: number;
}

/** How a page is opened: as a portrait overlay where nothing else is said. */
export interface FramedPageOptions {
  width?: number;
  height?: number;
  /** A script that runs before those of the page. */
  before?: string;
}

/** Opens a page under begin-frame control. Nothing of it is drawn before the first frame is asked for. */
export async function openFramedPage(
  browser: FrameBrowser,
  url: string,
  { width = 1080, height = 1920, before }: FramedPageOptions = {},
): Promise<FramedPage> {
  const { send, close } = await startCdpBrowser(browser.executablePath, BEGIN_FRAME_CONTROL);
  try {
    const { product } = await send('Browser.getVersion');
    const target = { url: 'about:blank', width, height, enableBeginFrameControl: true };
    const { targetId } = await send('Target.createTarget', target);
    const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
    await send('Page.enable', {}, sessionId);
    // As an overlay in OBS: without a ground of its own.
    await send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } }, sessionId);
    if (before) await send('Page.addScriptToEvaluateOnNewDocument', { source: before }, sessionId);
    await send('Page.navigate', { url }, sessionId);

    const evaluate = async <T>(expression: string): Promise<T> => {
      const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }, sessionId);
      const { result, exceptionDetails } = answer as { result: { value: T }; exceptionDetails?: { text: string } };
      if (exceptionDetails) throw new Error(`The page failed at ${expression}: ${exceptionDetails.text}`);
      return result.value;
    };
    // A frame that is asked for while the page before it leaves is never answered.
    const isThere = `location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`;
    for (const limit = performance.now() + LOAD_MS; !(await evaluate<boolean>(isThere)); await sleep(20)) {
      if (performance.now() > limit) throw new Error(`The page ${url} did not load in ${LOAD_MS / 1_000} s.`);
    }

    return {
      version: String(product).replace(/^.*\//, ''),

      async damaged(frames, pace = 'screen') {
        let damaged = 0;
        const startedAt = performance.now();
        for (let i = 0; i < frames; i += 1) {
          const wait = pace === 'screen' ? startedAt + i * FRAME_MS - performance.now() : 0;
          if (wait > 0) await sleep(wait);
          const { hasDamage } = await send('HeadlessExperimental.beginFrame', { interval: FRAME_MS }, sessionId);
          if (hasDamage) damaged += 1;
        }
        return damaged;
      },

      evaluate,
      ask: (method, params = {}) => send(method, params, sessionId),

      async cpuMs() {
        const { processInfo } = (await send('SystemInfo.getProcessInfo')) as { processInfo: ProcessTime[] };
        const ours = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU');
        return ours.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
      },

      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
