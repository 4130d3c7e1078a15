/** The script through what hosts do to OBS: renamed sources, a restart, two copies, another scene collection. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findObs } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { openObs, type OpenObs } from './open-obs.js';

const SCRIPT = join(import.meta.dirname, '../../packages/overlay/obs-script/stallcast.lua');
const LINKS = {
  overlay: 'http://127.0.0.1:7788/overlay?stall=x&layer-name=Stallcast%20x#VIEW',
  deck: 'http://127.0.0.1:7788/deck?stall=x#DECK',
};
const KEYS_SOURCE = 'Stallcast 快捷键 keys';
/** A key that a host has chosen, as OBS keeps it. */
const BOUND = { 'stallcast.sold-one': [{ key: 'OBS_KEY_F13' }] };
const PRESS = { keyId: 'OBS_KEY_F13', keyModifiers: {} };

const until = (read: () => unknown) => expect.poll(read, { timeout: 30_000, interval: 50 });

describe.runIf(findObs())('two copies of the script in one OBS', () => {
  const home = mkdtempSync(join(tmpdir(), 'stallcast-scripts-'));
  const copyIn = (name: string) => join(home, name, 'stallcast.lua');
  let real: OpenObs;

  const inputs = async () =>
    (await real.obs.call('GetInputList', { inputKind: 'browser_source' })).inputs
      .map(({ inputName }) => String(inputName))
      .sort();
  // The stand-in takes no events: what was to be passed on is told in the log. Each start has its own, and all are read.
  const presses = (key: string) => real.log().split(`"key":"${key}"`).length - 1;

  beforeAll(async () => {
    const scripts = ['一', '二'].map((name) => {
      mkdirSync(join(home, name));
      copyFileSync(SCRIPT, copyIn(name));
      return { path: copyIn(name), settings: { ...LINKS, ...BOUND } };
    });
    real = await openObs({ scripts, otherScripts: [{ path: copyIn('一'), settings: LINKS }] });
  });
  afterAll(async () => {
    await real?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('makes each source once', async () => {
    await until(inputs).toEqual(['Stallcast x', KEYS_SOURCE]);
  });

  it('passes one press on once, though each copy has the key', async () => {
    await real.obs.call('TriggerHotkeyByKeySequence', PRESS);
    await until(() => presses('sold-one')).toBe(1);
    // What comes after it is told after it.
    await real.obs.call('TriggerHotkeyByName', { hotkeyName: 'stallcast.next' });
    await until(() => presses('next')).toBe(1);
    expect(presses('sold-one')).toBe(1);
  });

  it('finds its sources under the names that the host gave them, after a restart, and makes no others', async () => {
    await real.obs.call('SetInputName', { inputName: 'Stallcast x', newInputName: '直播画面' });
    await real.obs.call('SetInputName', { inputName: KEYS_SOURCE, newInputName: '按键' });
    // As the script gave it to OBS to keep: every key of its own, also those that nobody has chosen yet.
    const settings = expect.objectContaining({ ...BOUND, 'stallcast.panic': [] }) as object;
    await until(() => JSON.parse(real.kept()) as object).toMatchObject({
      sources: expect.arrayContaining([expect.objectContaining({ name: '按键' })]) as object,
      modules: { 'scripts-tool': expect.arrayContaining([{ path: copyIn('一'), settings }]) as object },
    });
    await real.restart();
    await until(inputs).toEqual(['按键', '直播画面']);
    await real.obs.call('TriggerHotkeyByKeySequence', PRESS);
    await until(() => presses('sold-one')).toBe(2);
    expect(await inputs()).toEqual(['按键', '直播画面']);
  });

  it('makes its sources where a scene collection comes that has the script, and none in the one that it came from', async () => {
    await real.obs.call('SetCurrentSceneCollection', { sceneCollectionName: 'Other' });
    await until(inputs).toEqual(['Stallcast x', KEYS_SOURCE]);
    await real.obs.call('SetCurrentSceneCollection', { sceneCollectionName: 'Untitled' });
    await until(inputs).toEqual(['按键', '直播画面']);
    await real.obs.call('TriggerHotkeyByKeySequence', PRESS);
    await until(() => presses('sold-one')).toBe(3);
    expect(real.log()).not.toMatch(/Error running|attempt to/);
  });
});
