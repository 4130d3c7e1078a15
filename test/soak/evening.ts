import { createTcpProxy } from '@stallcast/testing/faults';
import { THEMES } from '@stallcast/themes';
import { chromium, type Page } from 'playwright';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { VIEW_KEY } from '../../packages/relay/src/test-relay.fixture.js';
import { countHandles } from '../faults/handles.js';
import { hide } from '../faults/hide.js';
import { calm, differences, widgetTexts } from './calm.js';
import { openCensus } from './census.js';
import type { Checkpoint, Course } from './checkpoint.js';
import { LEFT, openEveningStall } from './evening-stall.js';
import { sceneCode } from './scene.js';

/** What an evening is made of. The numbers are of the whole evening, and are spread over it. */
export interface EveningPlan {
  /** Empty for the current engine, or `103` or `127`. */
  engine: string;
  /** How many times the page is looked at, after the one that is left out. */
  checkpoints: number;
  /** How long orders come between two looks, ms; where the evening has an end, the least. */
  sellMs: number;
  /** How long the evening is, ms, all told; without it as long as its orders make it. */
  lastsMs?: number;
  /** Orders a second in a surge, and otherwise. Every third stretch is a surge. */
  surge: number;
  usual: number;
  reconnects: number;
  restarts: number;
  hides: number;
  scenes: number;
  reloads: number;
  themes: number;
}

/** A toast stands for some seconds, and the last order is shown after those before it. */
const AGREE_MS = 40_000;
/** More than a list has rows. */
const LAST_ORDERS = 7;

/** What is asked of a whole evening. */
export const WHOLE_EVENING = {
  reconnects: 100,
  restarts: 20,
  hides: 200,
  scenes: 50,
  reloads: 50,
  themes: 200,
} as const;

/**
 * Plays an evening on one engine: the overlay page with twelve widgets on a real relay, a line between them that is cut, a relay that
 * is restarted, a source that is hidden and shown, scenes and themes that change, and a second source beside it that is loaded anew.
 */
export async function playEvening(plan: EveningPlan, pages: string, tell: (words: string) => void): Promise<Course> {
  const beganAt = performance.now();
  const stall = await openEveningStall(pages);
  const line = await createTcpProxy(stall.relay.relay.port);
  const browser = await chromium.launch(browserLaunch(plan.engine));
  const errors: string[] = [];
  const done = { reconnects: 0, restarts: 0, hides: 0, scenes: 0, reloads: 0, themes: 0 };
  let troublesTold = 0;
  try {
    const context = await browser.newContext({ viewport: { width: 1_920, height: 1_080 } });
    const code = await sceneCode();
    const address = (scene = code) =>
      `${line.origin}/overlay?stall=orchard&canvas=landscape&scene=${scene}#${VIEW_KEY}`;
    const page = await context.newPage();
    await countHandles(page);
    const session = await context.newCDPSession(page);
    await session.send('Runtime.enable');
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
      errors.push(exception?.description ?? text),
    );
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type !== 'error') return;
      const text = args.map(({ value, description }) => String(value ?? description)).join(' ');
      // The room says once a trouble what is wrong with its line.
      if (text.startsWith('stall-room:')) troublesTold += 1;
      else errors.push(text);
    });
    await page.goto(address());
    await calm(page, LEFT);
    const census = await openCensus(page);
    const checkpoints: Checkpoint[] = [];
    // What a stretch takes besides its orders: restarts, coming to rest, the census.
    let aroundMs = 5_000;

    for (let stretch = 0; stretch <= plan.checkpoints; stretch += 1) {
      const due = (of: keyof typeof WHOLE_EVENING): number =>
        Math.round(((stretch + 1) / (plan.checkpoints + 1)) * plan[of]) - done[of];
      const stretchAt = performance.now();
      const sellMs = Math.max(plan.sellMs, ownMs(plan, stretch, stretchAt - beganAt) - aroundMs);
      const rate = stretch % 3 === 1 ? plan.surge : plan.usual;
      await stall.stock();
      const other = await context.newPage();
      await other.goto(address('orchard'));

      await Promise.all([
        stall.sell(sellMs / 2, rate),
        (async () => {
          for (let i = due('themes'); i > 0; i -= 1) await setTheme(page, Object.keys(THEMES)[done.themes++ % 6] ?? '');
          for (let i = due('hides'); i > 0; i -= 1) {
            await (
              await hide(page)
            )();
            done.hides += 1;
          }
          for (let i = due('reloads'); i > 0; i -= 1) {
            await other.reload();
            done.reloads += 1;
          }
        })(),
      ]);
      for (let i = due('restarts'); i > 0; i -= 1) {
        await stall.restart();
        done.restarts += 1;
      }
      await Promise.all([
        stall.sell(sellMs / 2, rate),
        (async () => {
          for (let i = due('scenes'); i > 0; i -= 1) {
            await setScene(page, 'orchard');
            await setScene(page, '');
            done.scenes += 1;
          }
          for (let i = due('reconnects'); i > 0; i -= 1) {
            line.reset();
            done.reconnects += 1;
            await new Promise((resolve) => setTimeout(resolve, sellMs / 40));
          }
        })(),
      ]);

      await other.close();
      await setTheme(page, '');
      await stall.rest();
      await calm(page, LEFT);
      await session.send('Runtime.discardConsoleEntries');
      const one = await census.take(stall.events);
      checkpoints.push(one);
      aroundMs = performance.now() - stretchAt - sellMs;
      tell(
        `${one.events} orders: ${one.nodes} nodes, ${one.detached} outside the document, ${one.listeners} listeners, ` +
          `${one.handles} handles, ${((one.heap + one.embedder) / 1e6).toFixed(2)} MB, ${(one.resident / 1e6).toFixed(0)} MB resident`,
      );
    }
    const anew = await (await browser.newContext({ viewport: { width: 1_920, height: 1_080 } })).newPage();
    await anew.goto(address());
    await calm(anew, LEFT);
    // A ticker shows of a surge what can be read; of single orders it shows each.
    for (let i = 0; i < LAST_ORDERS; i += 1) await stall.sellOne();
    await stall.rest();
    await calm(anew, LEFT);
    const { wrong, compared } = await agree(page, anew);
    return {
      engine: plan.engine || 'current',
      version: browser.version(),
      checkpoints,
      errors,
      troublesTold,
      done: { ...done, orders: stall.events },
      wrong,
      compared,
      ms: performance.now() - beganAt,
    };
  } finally {
    await browser.close();
    await line.close();
    await stall.close();
  }
}

/** How much of what is left of the evening is this stretch's, ms. */
const ownMs = ({ lastsMs = 0, checkpoints }: EveningPlan, stretch: number, goneMs: number): number =>
  (lastsMs - goneMs) / (checkpoints + 1 - stretch);

/** Waits until two pages show the same, and tells what they show otherwise where they never do. */
async function agree(page: Page, anew: Page): Promise<Pick<Course, 'wrong' | 'compared'>> {
  const limit = performance.now() + AGREE_MS;
  for (;;) {
    const [shown, expected] = await Promise.all([widgetTexts(page), widgetTexts(anew)]);
    const wrong = differences(shown, expected);
    if (wrong.length === 0 || performance.now() > limit) return { wrong, compared: expected.length };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const setTheme = (page: Page, theme: string) => setStyle(page, 'theme', theme && `body { --stall-theme: ${theme} }`);

/** Another scene, or none; waits until the page shows it. */
async function setScene(page: Page, scene: string): Promise<void> {
  await setStyle(page, 'scene', scene && `body { --stall-scene: ${scene} }`);
}

/** As OBS does it with its CSS box: a style at the end of the head. Two frames later it is shown. */
function setStyle(page: Page, name: string, css: string): Promise<void> {
  return page.evaluate(
    async ([id, text]) => {
      document.getElementById(id)?.remove();
      if (text) document.head.append(Object.assign(document.createElement('style'), { id, textContent: text }));
      for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
    },
    [`soak-${name}`, css] as const,
  );
}
