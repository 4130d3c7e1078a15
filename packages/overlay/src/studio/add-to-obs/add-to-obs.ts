import type { OBSWebSocket } from 'obs-websocket-js/json';
import type { BrowserSource } from './browser-source.js';
import { codeOf, readTrouble, type ObsRefusal } from './obs-trouble.js';

/** Where obs-websocket listens unless its settings say otherwise. */
export const OBS_ADDRESS = 'ws://127.0.0.1:4455';

const RPC_VERSION = 1;
const KIND = 'browser_source';
const NOT_FOUND = 600;
const NAME_TAKEN = 601;
/** A program that takes the connection and says nothing is not OBS. */
const PATIENCE_MS = 5_000;
/** How many names are tried for a source. */
const NAMES = 9;

export interface AddToObsOptions {
  source: BrowserSource;
  /** @default OBS_ADDRESS */
  address?: string;
  password?: string;
  /** Whether the page came by https. @default as the page did */
  isSecurePage?: boolean;
  /** How long OBS may take to let us in, and then to do it, in milliseconds. @default 5000 */
  patience?: number;
}

/** What was done in OBS. */
export interface ObsAdded {
  ok: true;
  did: 'created' | 'updated';
  /** The source's name, and the scene that it is in. */
  name: string;
  scene: string;
  /** OBS's canvas, in pixels. */
  canvas: readonly [width: number, height: number];
  /** Whether the scene is only in the preview of studio mode, and goes on air with the next transition. */
  isPreview: boolean;
  /** Whether one of canvas and source is upright, and the other lies: the source fills a strip of the canvas then. */
  isAcross: boolean;
  obsVersion: string;
}

export type ObsOutcome = ObsAdded | ({ ok: false } & ObsRefusal);

/**
 * Makes the overlay's source in OBS over obs-websocket 5, or sets it right where it is there already, and loads it anew.
 *
 * It goes into the scene that is edited: in studio mode the preview's, else the one on air. A source that is there keeps its place and its filters.
 * Never rejects.
 */
export async function addToObs({
  source,
  address = OBS_ADDRESS,
  password = '',
  isSecurePage = globalThis.location?.protocol === 'https:',
  patience = PATIENCE_MS,
}: AddToObsOptions): Promise<ObsOutcome> {
  if (!isSocketAddress(address)) return { ok: false, trouble: 'address', detail: '' };
  const { OBSWebSocket } = await import('obs-websocket-js/json');
  const obs = new OBSWebSocket();
  let isLetIn = false;
  // The library leaves what was asked without an answer for ever where the connection ends.
  const ended = new Promise<never>((_resolve, reject) => obs.once('ConnectionClosed', reject));
  ended.catch(() => undefined);
  try {
    await within(
      patience,
      obs.connect(address, password || undefined, { rpcVersion: RPC_VERSION, eventSubscriptions: 0 }),
    );
    isLetIn = true;
    return await within(patience, Promise.race([addTo(obs, source), ended]));
  } catch (error) {
    return { ok: false, ...readTrouble(error, { hasPassword: password !== '', isSecurePage, isLetIn }) };
  } finally {
    // Not waited for: a program that hangs does not say goodbye.
    void obs.disconnect().catch(() => undefined);
  }
}

async function addTo(obs: OBSWebSocket, source: BrowserSource): Promise<ObsOutcome> {
  const { obsVersion } = await obs.call('GetVersion');
  const { inputKinds } = await obs.call('GetInputKindList');
  if (!inputKinds.includes(KIND)) return { ok: false, trouble: 'no-browser-source', detail: `OBS ${obsVersion}` };
  return { ok: true, obsVersion, ...(await placeSource(obs, source)) };
}

async function placeSource(obs: OBSWebSocket, source: BrowserSource): Promise<Omit<ObsAdded, 'ok' | 'obsVersion'>> {
  const { studioModeEnabled: isPreview } = await obs.call('GetStudioModeEnabled');
  const scene = isPreview
    ? (await obs.call('GetCurrentPreviewScene')).currentPreviewSceneName
    : (await obs.call('GetCurrentProgramScene')).currentProgramSceneName;
  const { baseWidth, baseHeight } = await obs.call('GetVideoSettings');
  const canvas = [baseWidth, baseHeight] as const;
  const isAcross = source.width > 0 && baseWidth > baseHeight !== source.width > source.height;

  const { name, isThere } = await nameFor(obs, source.name);
  const inputSettings = settingsOf(source);
  if (isThere) {
    await obs.call('SetInputSettings', { inputName: name, inputSettings, overlay: true });
    await reload(obs, name);
    const item = await findInScene(obs, scene, name);
    if (item === null) {
      const { sceneItemId } = await obs.call('CreateSceneItem', { sceneName: scene, sourceName: name });
      await fit(obs, scene, sceneItemId, canvas);
    } else if (await isFitForTurned(obs, scene, item, canvas)) await fit(obs, scene, item, canvas);
    return { did: 'updated', name, scene, canvas, isPreview, isAcross };
  }
  const { sceneItemId, inputName } = await create(obs, scene, name, inputSettings);
  await fit(obs, scene, sceneItemId, canvas);
  return { did: 'created', name: inputName, scene, canvas, isPreview, isAcross };
}

/** Makes the source. What OBS lists nowhere, as a group, may have its name. */
async function create(
  obs: OBSWebSocket,
  sceneName: string,
  wanted: string,
  inputSettings: ReturnType<typeof settingsOf>,
): Promise<{ sceneItemId: number; inputName: string }> {
  for (let i = 1; ; i++) {
    const inputName = i === 1 ? wanted : `${wanted} ${i}`;
    try {
      const made = await obs.call('CreateInput', {
        sceneName,
        inputName,
        inputKind: KIND,
        inputSettings,
        sceneItemEnabled: true,
      });
      return { sceneItemId: made.sceneItemId, inputName };
    } catch (error) {
      if (codeOf(error) !== NAME_TAKEN || i === NAMES) throw error;
    }
  }
}

/** What OBS is to open. OBS keeps its own text in the CSS box unless the link brings one. */
function settingsOf({ url, width, height, css }: BrowserSource) {
  return {
    is_local_file: false,
    url,
    ...(width > 0 && height > 0 ? { width, height } : {}),
    ...(css === '' ? {} : { css }),
    // Hidden it keeps its connection, so that it shows the truth at once when it comes back.
    shutdown: false,
    restart_when_active: false,
  };
}

/** The name of our source: that of one that is there, else one that nothing else bears. */
async function nameFor(obs: OBSWebSocket, wanted: string): Promise<{ name: string; isThere: boolean }> {
  const { inputs } = await obs.call('GetInputList');
  const { scenes } = await obs.call('GetSceneList');
  const kinds = new Map(inputs.map((input) => [String(input['inputName']), String(input['inputKind'])]));
  for (const { sceneName } of scenes) kinds.set(String(sceneName), 'scene');
  for (let i = 1; ; i++) {
    const name = i === 1 ? wanted : `${wanted} ${i}`;
    const kind = kinds.get(name);
    if (kind === undefined || kind === KIND) return { name, isThere: kind === KIND };
  }
}

async function findInScene(obs: OBSWebSocket, sceneName: string, sourceName: string): Promise<number | null> {
  try {
    return (await obs.call('GetSceneItemId', { sceneName, sourceName })).sceneItemId;
  } catch (error) {
    if (codeOf(error) === NOT_FOUND) return null;
    throw error;
  }
}

/** Whether a source was fitted into this canvas before it was turned from upright to lying, or back. */
async function isFitForTurned(
  obs: OBSWebSocket,
  sceneName: string,
  sceneItemId: number,
  [width, height]: readonly [number, number],
): Promise<boolean> {
  const { sceneItemTransform: was } = await obs.call('GetSceneItemTransform', { sceneName, sceneItemId });
  const isOurs = was['boundsType'] === FITTED.boundsType && was['positionX'] === 0 && was['positionY'] === 0;
  return isOurs && was['boundsWidth'] === height && was['boundsHeight'] === width && width !== height;
}

const FITTED = { positionX: 0, positionY: 0, boundsType: 'OBS_BOUNDS_SCALE_INNER', boundsAlignment: 0 };

/** Fills the canvas as far as the source's shape allows, in its middle. */
async function fit(
  obs: OBSWebSocket,
  sceneName: string,
  sceneItemId: number,
  [boundsWidth, boundsHeight]: readonly [number, number],
): Promise<void> {
  const sceneItemTransform = { ...FITTED, boundsWidth, boundsHeight };
  await obs.call('SetSceneItemTransform', { sceneName, sceneItemId, sceneItemTransform });
}

/** Presses OBS's own key “Refresh cache of current page”. New settings load the page anyway; an old copy of it may lie in the cache. */
async function reload(obs: OBSWebSocket, inputName: string): Promise<void> {
  try {
    await obs.call('PressInputPropertiesButton', { inputName, propertyName: 'refreshnocache' });
  } catch (error) {
    if (codeOf(error) !== NOT_FOUND) throw error;
  }
}

function isSocketAddress(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address);
    return (protocol === 'ws:' || protocol === 'wss:') && hostname !== '';
  } catch {
    return false;
  }
}

/** Rejects as a connection that was not answered does when a promise takes longer than that, in milliseconds. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
