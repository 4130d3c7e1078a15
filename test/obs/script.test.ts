/** The Lua script in a real OBS: one link makes the source, a deck's link the one for hotkeys, and keys are passed on. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserSourceOf } from '../../packages/overlay/src/studio/add-to-obs/browser-source.js';
import { deckLink, dragLink } from '../../packages/overlay/src/studio/links/studio-links.js';
import { findObs, findXdotool } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { LOCAL_PACK_ZIP } from '../e2e/page-server.js';
import { unpack } from '../e2e/unpack.js';
import { openDesktop } from './desktop.js';
import { openObs, type OpenObs } from './open-obs.js';

const SCRIPT = join(import.meta.dirname, '../../packages/overlay/obs-script/stallcast.lua');
const AT = { origin: 'http://127.0.0.1:7788', stall: '果园' };
const OVERLAY = dragLink(AT, 'VIEW+KEY', 'zh-CN', 'portrait');
const KEYS_SOURCE = 'Stallcast 快捷键 keys';

const openWith = (settings: Record<string, string>) => openObs({ scripts: [{ path: SCRIPT, settings }] });
const until = (read: () => unknown) => expect.poll(read, { timeout: 30_000, interval: 50 });
const namesIn = async ({ obs }: OpenObs) =>
  (await obs.call('GetSceneItemList', { sceneName: 'Scene' })).sceneItems.map((item) => item['sourceName']);

describe.runIf(findObs())('the script for OBS', () => {
  let real: OpenObs;
  beforeAll(async () => {
    real = await openWith({ overlay: OVERLAY, deck: deckLink(AT, 'DECK') });
  });
  afterAll(() => real?.close());

  it('makes the source that the link describes, as dragging it does', async () => {
    const expected = browserSourceOf(OVERLAY);
    await until(() => namesIn(real)).toContain(expected.name);
    const { inputSettings } = await real.obs.call('GetInputSettings', { inputName: expected.name });
    const { url, width, height } = expected;
    expect(inputSettings).toMatchObject({ url, width, height, shutdown: false });
    const { sceneItemId } = await real.obs.call('GetSceneItemId', { sceneName: 'Scene', sourceName: expected.name });
    const { sceneItemTransform } = await real.obs.call('GetSceneItemTransform', { sceneName: 'Scene', sceneItemId });
    expect(sceneItemTransform).toMatchObject({
      boundsType: 'OBS_BOUNDS_SCALE_INNER',
      boundsWidth: 1920,
      boundsHeight: 1080,
    });
  });

  it('keeps the deck for hotkeys where viewers do not see it', async () => {
    await until(() => namesIn(real)).toContain(KEYS_SOURCE);
    const { sceneItemId } = await real.obs.call('GetSceneItemId', { sceneName: 'Scene', sourceName: KEYS_SOURCE });
    const { sceneItemEnabled } = await real.obs.call('GetSceneItemEnabled', { sceneName: 'Scene', sceneItemId });
    expect(sceneItemEnabled).toBe(false);
    const { inputSettings } = await real.obs.call('GetInputSettings', { inputName: KEYS_SOURCE });
    expect(inputSettings).toMatchObject({ url: deckLink(AT, 'DECK') });
  });

  it('offers three hotkeys, and passes each press on with an id of its own', async () => {
    const { hotkeys } = await real.obs.call('GetHotkeyList');
    const ours = hotkeys.filter((name) => name.startsWith('stallcast.'));
    expect(ours.sort()).toEqual(['stallcast.next', 'stallcast.panic', 'stallcast.sold-one']);
    for (const hotkeyName of [...ours, 'stallcast.sold-one'])
      await real.obs.call('TriggerHotkeyByName', { hotkeyName });
    // The stand-in takes no events, as sources before OBS 29.1: what was to be passed on is told in the log.
    const told = () =>
      [...real.log().matchAll(/29\.1.*?(\{"id".*\})/g)].map(
        ([, json]) => JSON.parse(json ?? '') as { id: string; key: string },
      );
    await until(() => told().length).toBe(4);
    expect(told().map(({ key }) => key)).toEqual(['next', 'panic', 'sold-one', 'sold-one']);
    expect(new Set(told().map(({ id }) => id)).size).toBe(4);
    expect(real.log()).not.toMatch(/Error running|#VIEW|#DECK/);
  });
});

describe.runIf(findObs())('the script in the local pack', () => {
  it('makes the sources of the pages that lie beside it, without any link, in a folder of any name', async () => {
    const home = mkdtempSync(join(tmpdir(), "本地 包 a#b%41&+;=@[x]{y}^`~,!$('ü?)*-"));
    unpack(LOCAL_PACK_ZIP, home);
    const folder = join(home, 'stallcast');
    copyFileSync(SCRIPT, join(folder, 'stallcast.lua'));
    const real = await openObs({
      scripts: [{ path: join(folder, 'stallcast.lua'), settings: {} }],
      screen: [1000, 800],
      language: 'zh-CN',
    });
    try {
      await until(async () => (await namesIn(real)).sort()).toEqual(['Stallcast', KEYS_SOURCE]);
      const urlOf = async (inputName: string) =>
        String((await real.obs.call('GetInputSettings', { inputName })).inputSettings['url']);
      // As OBS encodes the path of a local file, and as its own page decodes it.
      for (const [name, file] of [
        ['Stallcast', 'overlay.html'],
        [KEYS_SOURCE, 'deck.html'],
      ] as const) {
        const url = await urlOf(name);
        expect(url).toMatch(/^http:\/\/absolute\/[!-~]+$/);
        const path = decodeURIComponent(new URL(url).pathname).replace(/^\/+/, '/');
        expect(path).toBe(join(folder, file));
        expect(existsSync(path)).toBe(true);
      }
      // In the shape of the canvas, and with the deck in a window, where it can be pressed.
      const { inputSettings } = await real.obs.call('GetInputSettings', { inputName: 'Stallcast' });
      expect(inputSettings).toMatchObject({ width: 1920, height: 1080 });
      if (findXdotool()) await until(() => openDesktop(real.display).findWindow(KEYS_SOURCE)).not.toBeNull();
      expect((await real.obs.call('GetHotkeyList')).hotkeys).toContain('stallcast.sold-one');
      expect(real.log()).not.toMatch(/Error running/);
    } finally {
      await real.close();
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe.runIf(findObs())('the script, with what it cannot use', () => {
  it('takes another name where something else has it', async () => {
    const real = await openWith({ overlay: OVERLAY.replace(/layer-name=[^&#]*/, 'layer-name=Scene'), deck: '' });
    try {
      await until(() => namesIn(real)).toEqual(['Scene 2']);
    } finally {
      await real.close();
    }
  });

  it('says in both languages what a link is to be, and makes nothing', async () => {
    const real = await openWith({ overlay: 'orchard', deck: '' });
    try {
      await until(() => real.log()).toMatch(/链接要以 http:\/\/ 开头.*expected a link that begins with http/);
      expect(await namesIn(real)).toEqual([]);
    } finally {
      await real.close();
    }
  });
});
