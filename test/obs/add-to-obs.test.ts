/** "Add to OBS" against a real OBS: what it makes there, what it leaves alone, and what it says when it cannot. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { addToObs, type ObsOutcome } from '../../packages/overlay/src/studio/add-to-obs/add-to-obs.js';
import { browserSourceOf } from '../../packages/overlay/src/studio/add-to-obs/browser-source.js';
import { dragLink } from '../../packages/overlay/src/studio/links/studio-links.js';
import { findObs } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { freePort } from '../free-port.js';
import { openObs, PASSWORD, type OpenObs } from './open-obs.js';

const AT = { origin: 'http://127.0.0.1:7788', stall: 'orchard' };
const SOURCE = browserSourceOf(dragLink(AT, 'VIEW+KEY', 'zh-CN', 'portrait'));
const NAME = 'Stallcast orchard';

describe.runIf(findObs())('a source for the overlay, in a real OBS', () => {
  let real: OpenObs;
  const add = (options: Partial<Parameters<typeof addToObs>[0]> = {}) =>
    addToObs({ source: SOURCE, address: real.address, password: PASSWORD, ...options });
  const settingsOf = async (inputName: string) =>
    (await real.obs.call('GetInputSettings', { inputName })).inputSettings;
  const itemsOf = async (sceneName: string) =>
    (await real.obs.call('GetSceneItemList', { sceneName })).sceneItems.map((item) => item['sourceName']);

  beforeAll(async () => {
    real = await openObs();
  });
  afterAll(() => real?.close());

  it('is made in the scene on air, at its size, and fitted into the canvas', async () => {
    expect(await add()).toEqual({
      ok: true,
      did: 'created',
      name: NAME,
      scene: 'Scene',
      canvas: [1920, 1080],
      isPreview: false,
      // An upright source on OBS's own canvas.
      isAcross: true,
      obsVersion: expect.stringMatching(/^\d+\./) as string,
    });
    expect(await settingsOf(NAME)).toMatchObject({
      url: 'http://127.0.0.1:7788/overlay?stall=orchard&lang=zh-CN#VIEW%2BKEY',
      width: 1080,
      height: 1920,
      shutdown: false,
    });
    const { sceneItemId } = await real.obs.call('GetSceneItemId', { sceneName: 'Scene', sourceName: NAME });
    const { sceneItemTransform } = await real.obs.call('GetSceneItemTransform', { sceneName: 'Scene', sceneItemId });
    expect(sceneItemTransform).toMatchObject({
      boundsType: 'OBS_BOUNDS_SCALE_INNER',
      boundsWidth: 1920,
      boundsHeight: 1080,
      sourceWidth: 1080,
      sourceHeight: 1920,
    });
  });

  it('is set right the second time, once, where the host has put it', async () => {
    const { sceneItemId } = await real.obs.call('GetSceneItemId', { sceneName: 'Scene', sourceName: NAME });
    const moved = { positionX: 300, boundsType: 'OBS_BOUNDS_NONE' };
    await real.obs.call('SetSceneItemTransform', { sceneName: 'Scene', sceneItemId, sceneItemTransform: moved });
    const landscape = browserSourceOf(dragLink(AT, 'NEW', 'en', 'landscape'));
    expect(await add({ source: landscape })).toMatchObject({ ok: true, did: 'updated', name: NAME });
    expect(await itemsOf('Scene')).toEqual([NAME]);
    expect(await settingsOf(NAME)).toMatchObject({
      width: 1920,
      height: 1080,
      url: expect.stringMatching(/#NEW$/) as string,
    });
    const { sceneItemTransform } = await real.obs.call('GetSceneItemTransform', { sceneName: 'Scene', sceneItemId });
    expect(sceneItemTransform).toMatchObject(moved);
  });

  it('comes into the scene that the studio mode prepares, and is the same source there', async () => {
    await real.obs.call('CreateScene', { sceneName: '夜场' });
    await real.obs.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await real.obs.call('SetCurrentPreviewScene', { sceneName: '夜场' });
    // OBS changes the preview in its own time.
    await expect
      .poll(async () => (await real.obs.call('GetCurrentPreviewScene')).currentPreviewSceneName, { timeout: 10_000 })
      .toBe('夜场');
    expect(await add()).toMatchObject({ did: 'updated', scene: '夜场', isPreview: true });
    await real.obs.call('SetStudioModeEnabled', { studioModeEnabled: false });
    expect(await itemsOf('夜场')).toEqual([NAME]);
    expect(await itemsOf('Scene')).toEqual([NAME]);
  });

  it('takes another name where something else has it', async () => {
    const name = '夜场';
    expect(await add({ source: { ...SOURCE, name } })).toMatchObject({ did: 'created', name: '夜场 2' });
    expect(await add({ source: { ...SOURCE, name } })).toMatchObject({ did: 'updated', name: '夜场 2' });
  });

  it('brings the text of the CSS box, and leaves what the host wrote there otherwise', async () => {
    const css = 'body { --stall-color-value: #0a5cc4; }';
    await add({ source: { ...SOURCE, css } });
    expect(await settingsOf(NAME)).toMatchObject({ css });
    await add();
    expect(await settingsOf(NAME)).toMatchObject({ css });
  });

  it('is not made with a wrong password or with none, and the words are about that', async () => {
    const [before] = [await itemsOf('Scene')];
    expect(await add({ password: 'plum' })).toMatchObject({ ok: false, trouble: 'password-wrong' });
    expect(await add({ password: '' })).toMatchObject({ ok: false, trouble: 'password-missing' });
    expect(await itemsOf('Scene')).toEqual(before);
  });
});

describe.runIf(findObs())('an OBS without a browser source', () => {
  it('is said to be so, and nothing is made', async () => {
    const real = await openObs({ hasBrowserSource: false });
    try {
      const outcome = await addToObs({ source: SOURCE, address: real.address, password: PASSWORD });
      expect(outcome).toMatchObject({ ok: false, trouble: 'no-browser-source' });
      expect((await real.obs.call('GetInputList')).inputs.filter(({ inputName }) => inputName === NAME)).toEqual([]);
    } finally {
      await real.close();
    }
  });
});

describe('where no OBS answers', () => {
  const ask = (address: string, more: { isSecurePage?: boolean; patience?: number } = {}): Promise<ObsOutcome> =>
    addToObs({ source: SOURCE, address, password: PASSWORD, ...more });

  it('nothing listens: OBS is closed, or its server is off', async () => {
    const address = `ws://127.0.0.1:${await freePort()}`;
    expect(await ask(address)).toMatchObject({ trouble: 'no-answer' });
    expect(await ask(address, { isSecurePage: true })).toMatchObject({ trouble: 'secure-page' });
  });

  it('something else listens, and says nothing or something else', async () => {
    const mute = createServer();
    const page = createHttpServer((_request, response) => response.end('hello'));
    for (const server of [mute, page]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const addressOf = (server: { address(): unknown }) => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await ask(addressOf(mute), { patience: 300 })).toMatchObject({ trouble: 'no-answer' });
    expect(await ask(addressOf(page))).toMatchObject({ trouble: 'no-answer' });
    page.close();
    mute.close();
  });

  it('an older obs-websocket, which knows no subprotocol, is told to be too old', async () => {
    const older = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => false });
    await once(older, 'listening');
    const { port } = older.address() as AddressInfo;
    expect(await ask(`ws://127.0.0.1:${port}`)).toMatchObject({ trouble: 'not-obs' });
    older.close();
  });

  it.each(['', '127.0.0.1:4455', 'http://127.0.0.1:4455', 'ws://', '喂'])('the address %j is none', async (address) => {
    expect(await ask(address)).toMatchObject({ trouble: 'address' });
  });
});
