import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import type { Language } from '../../packages/overlay/src/words/language.js';
import { createDeedCounter, deedsSince, NO_DEEDS, type DeedCounter, type Deeds } from './deeds.js';
import { checkKeyIsFound, readKeyName } from './key-name.js';
import { readPageFacts, settled, type Box, type PageFacts } from './page-facts.js';
import { drawRing } from './ring-picture.js';
import { fill, wordsOf, type Path, type Said } from './said.js';

/** What is done with a key of a page. */
export type Deed = 'press' | 'hold' | 'drag' | 'paste' | { type: string };

/** Where a host is: in a page, or in a program that is not ours. */
export type Place = 'terminal' | 'OBS' | 'files' | 'phone' | 'spreadsheet';

export interface Step {
  say: Said;
  /** The key of the page that the sentence names. */
  key?: Locator;
  /** The part of the key that a host would call it by. @default the key */
  shownAt?: Locator;
  /** The part of the page that the sentence speaks of, in which the name has to lead to one key. @default the page */
  among?: Locator;
  /** @default 'press' */
  deed?: Deed;
  /** Done in another program: counted by what the sentence says, not by events. */
  elsewhere?: { in: Place; path?: Path; presses?: number; keys?: number; types?: string };
  /** Words for the sentence beside `{key}` and `{path}`. */
  words?: Record<string, string>;
  pictures?: readonly PictureOf[];
  /** What there is to look at and not to press: the ring goes around it. */
  look?: Locator;
  /** Something on the page whose text the sentence quotes as `{seen}`. */
  see?: Locator;
  /** What shows that it worked. The machine's time ends with it. */
  then?: () => Promise<unknown>;
}

export interface PictureOf {
  alt: Said;
  /** What the picture shows. @default the page of the key, as it is in the window */
  of?: Page;
  /** The part of the page, in CSS pixels. @default all of the window */
  clip?: Box;
  /** The part whose words are remembered: the rest moves by itself. @default the page */
  words?: Locator;
  /** After the deed, without a ring. @default false */
  isAfter?: boolean;
  size?: 'phone' | 'wide';
}

export interface WalkedPicture {
  file: string;
  alt: string;
  size: 'phone' | 'wide';
}

export interface WalkedStep {
  /** The heading that begins with this step. */
  part?: string;
  sentence: string;
  /** What is printed or typed, in a block of its own. */
  block?: string | undefined;
  pictures: WalkedPicture[];
}

/** One way, as it was walked. */
export interface Walked {
  id: string;
  title: string;
  steps: WalkedStep[];
  /** By the browser's events. */
  deeds: Deeds;
  /** In other programs, by what the sentences say. */
  elsewhere: { presses: number; keys: number };
  /** How often the host turned to another window. */
  turns: number;
  words: number;
  machineMs: number;
}

/** Pages as they are opened by OBS's browser, which no hand touches, are not counted. */
export type Device = 'laptop' | 'phone' | 'obs';

export interface WalkOptions {
  id: string;
  title: Said;
  language: Language;
  browser: Browser;
  /** Where pictures go; none are taken without it. */
  folder?: string | undefined;
}

/** One way of a new host, walked in one language: does each step, counts what the hand does, and remembers what the page said. */
export interface Walk {
  readonly language: Language;
  readonly walked: Walked;
  /** By the names of the pictures: what was to be seen in them. */
  readonly seen: Record<string, PageFacts & { ring?: Box }>;
  /** A browser of the host's, or OBS's. */
  open(device?: Device): Promise<BrowserContext>;
  step(step: Step): Promise<void>;
  /** The link that was dragged last, as another program gets it. */
  dragged(): string;
  /** Begins a part: the next steps serve one end. */
  part(title: Said): void;
  /** Puts a block of text under the latest step. */
  block(text: string): void;
  close(): Promise<void>;
}

const DEVICES = {
  laptop: { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.25, hasTouch: true },
  obs: { viewport: { width: 1080, height: 1920 }, deviceScaleFactor: 0.4 },
} as const;

/** How large a page is drawn: a laptop's window is shown smaller than it is. */
const scaleOf = (deviceScaleFactor: number): number => (deviceScaleFactor === 1 ? 0.72 : deviceScaleFactor);

const HOLD_MS = 1_200;

export function createWalk({ id, title, language, browser, folder }: WalkOptions): Walk {
  const counter: DeedCounter = createDeedCounter();
  const contexts: BrowserContext[] = [];
  const seen: Walk['seen'] = {};
  const walked: Walked = {
    id,
    title: title[language],
    steps: [],
    deeds: { ...NO_DEEDS },
    elsewhere: { presses: 0, keys: 0 },
    turns: 0,
    words: 0,
    machineMs: 0,
  };
  let place: Page | Place | null = null;
  let part: string | undefined;
  let taken = 0;
  const papers = new Map<number, Page>();

  const turnTo = (next: Page | Place): void => {
    if (place !== null && place !== next) walked.turns += 1;
    place = next;
  };

  async function take(page: Page, picture: PictureOf, number: number, ring?: Box): Promise<WalkedPicture> {
    const view = page.viewportSize() ?? DEVICES.laptop.viewport;
    const clip = picture.clip ?? [0, 0, view.width, view.height];
    const [x, y, width, height] = clip;
    const file = `walk-${id}-${++taken}${language === 'en' ? '' : `.${language}`}.jpg`;
    await rest(page);
    const facts = await readPageFacts(picture.words ?? page.locator('body'), clip);
    seen[file] = ring ? { ...facts, ring: ring.map(Math.round) as unknown as Box } : facts;
    if (folder !== undefined) {
      const shot = await page.screenshot({ clip: { x, y, width, height } });
      const scale = scaleOf(await page.evaluate(() => devicePixelRatio));
      const paper = papers.get(scale) ?? (await (await browser.newContext({ deviceScaleFactor: scale })).newPage());
      papers.set(scale, paper);
      const within: Box | undefined = ring && [ring[0] - x, ring[1] - y, ring[2], ring[3]];
      await drawRing(paper, { shot, size: [width, height], ring: within, number, path: `${folder}/${file}` });
    }
    return { file, alt: picture.alt[language], size: picture.size ?? 'wide' };
  }

  return {
    language,
    walked,
    seen,

    async open(device = 'laptop') {
      const context = await browser.newContext({
        ...DEVICES[device],
        locale: language === 'en' ? 'en-GB' : 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        permissions: ['clipboard-read', 'clipboard-write'],
        reducedMotion: 'reduce',
      });
      if (device !== 'obs') await counter.watch(context);
      contexts.push(context);
      return context;
    },

    async step({ say, key, shownAt, among, deed = 'press', elsewhere, words = {}, pictures = [], look, see, then }) {
      const number = walked.steps.length + 1;
      const record: WalkedStep = { ...(part !== undefined && { part }), sentence: '', pictures: [] };
      part = undefined;
      walked.steps.push(record);
      walked.words += wordsOf(say);
      const before = { ...counter.deeds };
      const filled: Record<string, string> = { ...words };
      const page = key?.page();

      if (elsewhere) {
        turnTo(elsewhere.in);
        const path = elsewhere.path?.[language] ?? [];
        if (path.length > 0) filled['path'] = path.map((word) => `**${word}**`).join(' → ');
        walked.elsewhere.presses += path.length + (elsewhere.presses ?? 0);
        walked.elsewhere.keys += elsewhere.keys ?? 0;
        // What is typed is sent by Enter.
        if (elsewhere.types !== undefined) walked.elsewhere.keys += elsewhere.types.length + 1;
      }
      if (look) {
        await look.evaluate((element) => element.scrollIntoView({ block: 'center' }));
        const box = await look.boundingBox();
        const ring: Box | undefined = box ? [box.x, box.y, box.width, box.height] : undefined;
        for (const picture of pictures)
          record.pictures.push(await take(picture.of ?? look.page(), picture, number, ring));
      }
      if (key && page) {
        turnTo(page);
        await key.waitFor();
        if (!(await isInView(key))) counter.scrolled();
        await key.scrollIntoViewIfNeeded();
        const name = await readKeyName(key, shownAt);
        await checkKeyIsFound(key, name, among ?? page.locator('body'));
        filled['key'] = `**${settled(name.shown)}**`;
        const box = await key.boundingBox();
        if (!box) throw new Error(`The key "${name.shown}" has no box.`);
        const ring: Box = [box.x, box.y, box.width, box.height];
        for (const picture of pictures.filter(({ isAfter }) => !isAfter))
          record.pictures.push(await take(picture.of ?? page, picture, number, ring));
      }

      const startedAt = performance.now();
      if (key && page) await act(page, key, deed);
      await then?.();
      const ms = performance.now() - startedAt;
      const done = deedsSince(before, counter.deeds);
      walked.machineMs += Math.max(0, ms - done.heldMs);
      Object.assign(walked.deeds, { ...counter.deeds });

      if (see) filled['seen'] = `**${settled(await readText(see))}**`;
      record.sentence = fill(say[language], filled);
      for (const picture of pictures.filter(({ isAfter }) => isAfter)) {
        const of = picture.of ?? page;
        if (!of) throw new Error('A picture needs a page.');
        record.pictures.push(await take(of, picture, number));
      }
    },

    dragged: () => counter.dragged,

    part(words) {
      part = words[language];
    },

    block(text) {
      const latest = walked.steps.at(-1);
      if (latest) latest.block = text;
    },

    async close() {
      Object.assign(walked.deeds, { ...counter.deeds });
      for (const paper of papers.values()) await paper.context().close();
      for (const context of contexts) await context.close();
    },
  };
}

async function act(page: Page, key: Locator, deed: Deed): Promise<void> {
  if (deed === 'press') {
    const isPhone = await page.evaluate(() => 'ontouchstart' in window);
    await (isPhone ? key.tap() : key.click());
  } else if (deed === 'paste') {
    await key.click();
    await page.keyboard.press('ControlOrMeta+V');
  } else if (deed === 'hold') {
    await key.hover();
    await page.mouse.down();
    await page.waitForTimeout(HOLD_MS);
    await page.mouse.up();
  } else if (deed === 'drag') {
    await key.hover();
    await page.mouse.down();
    await page.mouse.move(1_200, 400, { steps: 4 });
    await page.mouse.up();
  } else {
    await key.click();
    await page.keyboard.type(deed.type);
  }
}

async function readText(part: Locator): Promise<string> {
  await part.waitFor();
  return part.innerText();
}

async function isInView(key: Locator): Promise<boolean> {
  return key.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight;
  });
}

/** Waits until nothing moves and every picture is there. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let quiet = 0, frames = 0; quiet < 6 && frames < 180; quiet += 1, frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (document.getAnimations().some(({ playState }) => playState === 'running')) quiet = 0;
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}
