/** A real OBS on a display of its own, with a home folder of its own, as far as OBS is on this machine. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OBSWebSocket } from 'obs-websocket-js/json';
import { freePort } from '../free-port.js';
import { findObs } from '../../packages/tooling/bootstrap/obs-studio.mjs';

export const PASSWORD = 'peach-in-july';
const STAND_IN = join(import.meta.dirname, 'browser-source.lua');
const START_MS = 60_000;
const END_MS = 4_000;
const FROZEN_MS = 10_000;

export interface LuaScript {
  path: string;
  settings: Record<string, unknown>;
}

export interface OpenObsOptions {
  /** Without it this OBS knows no browser source, as some builds do not. @default true */
  hasBrowserSource?: boolean;
  /** More Lua scripts, each with its settings. */
  scripts?: readonly LuaScript[];
  /** The scripts of a second scene collection, `Other`, beside the one that OBS opens. */
  otherScripts?: readonly LuaScript[];
  /** Leaves OBS's window open, on a screen of this size in pixels, so that it can be seen and dragged into. */
  screen?: readonly [width: number, height: number];
  /** The size of its canvas, in pixels. @default as OBS has it, 1920×1080 */
  canvas?: readonly [width: number, height: number];
  /** The language of its window. @default 'en-US' */
  language?: 'en-US' | 'zh-CN';
}

export interface OpenObs {
  address: string;
  /** The display that it is on, as in `DISPLAY`. */
  display: string;
  /** What OBS wrote to its log so far. */
  log(): string;
  /** A connection of the test's own, to look at what is there. */
  readonly obs: OBSWebSocket;
  /** What OBS keeps of the scene collection that it opens. */
  kept(): string;
  /** Ends OBS and starts it again. What is to be found then has to be `kept` before: not every end is one in order. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts OBS and waits until it lets itself be asked. */
export async function openObs({
  hasBrowserSource = true,
  scripts = [],
  otherScripts,
  screen: size,
  canvas = [1920, 1080],
  language = 'en-US',
}: OpenObsOptions = {}): Promise<OpenObs> {
  const programs = findObs();
  if (!programs) throw new Error('Expected OBS and Xvfb on this machine, found one of them missing.');
  const home = mkdtempSync(join(tmpdir(), 'stallcast-obs-'));
  const port = await freePort();
  const always = hasBrowserSource ? [{ path: STAND_IN, settings: {} }] : [];
  writeHome(home, port, language, canvas);
  writeScenes(home, 'Untitled', [...always, ...scripts]);
  if (otherScripts) writeScenes(home, 'Other', [...always, ...otherScripts]);

  const { display, child: screen } = await openDisplay(programs.display, size);
  const log = () => readLog(join(folderOf(home), 'logs'));
  const address = `ws://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let obs: OBSWebSocket | undefined;
  async function close(): Promise<void> {
    await obs?.disconnect().catch(() => undefined);
    for (const each of [child, screen]) if (each) await end(each);
    rmSync(home, { recursive: true, force: true });
  }
  async function start(tries = 3): Promise<void> {
    child = spawn(
      programs!.obs,
      ['--multi', '--disable-updater', '--disable-shutdown-check', ...(size ? [] : ['--minimize-to-tray'])],
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          DISPLAY: display,
          HOME: home,
          XDG_CONFIG_HOME: join(home, '.config'),
          XDG_RUNTIME_DIR: home,
          LIBGL_ALWAYS_SOFTWARE: '1',
          QT_QPA_PLATFORM: 'xcb',
        },
      },
    );
    try {
      obs = await connect(address, child);
    } catch (error) {
      if (error instanceof FrozenError && tries > 1) {
        await end(child, 'SIGKILL');
        return start(tries - 1);
      }
      const tail = log().split('\n').slice(-15).join('\n');
      await close();
      throw new Error(`OBS did not come up:\n${tail}`, { cause: error });
    }
  }
  await start();
  return {
    address,
    display,
    log,
    kept: () => readFileSync(join(folderOf(home), 'basic', 'scenes', 'Untitled.json'), 'utf8'),
    close,
    get obs() {
      return obs!;
    },
    async restart() {
      await obs?.disconnect().catch(() => undefined);
      // As its window's cross does. Without a graphics card its threads wait for each other at times, and it never ends by itself.
      if (child) await end(child, 'SIGINT');
      await start();
    },
  };
}

/** The settings with which OBS starts without a question. */
function writeHome(home: string, port: number, language: string, [width, height]: readonly [number, number]): void {
  const folder = folderOf(home);
  mkdirSync(join(folder, 'basic', 'profiles', 'Untitled'), { recursive: true });
  writeFileSync(
    join(folder, 'global.ini'),
    [
      '[General]',
      'FirstRun=true',
      `Language=${language}`,
      'EnableAutoUpdates=false',
      '[OBSWebSocket]',
      'FirstLoad=false',
      'ServerEnabled=true',
      `ServerPort=${port}`,
      'AuthRequired=true',
      `ServerPassword=${PASSWORD}`,
      '[Basic]',
      'Profile=Untitled',
      'ProfileDir=Untitled',
      'SceneCollection=Untitled',
      'SceneCollectionFile=Untitled',
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'basic', 'profiles', 'Untitled', 'basic.ini'),
    `[General]\nName=Untitled\n[Video]\nBaseCX=${width}\nBaseCY=${height}\nOutputCX=${width / 3}\nOutputCY=${height / 3}\nFPSCommon=30\n`,
  );
}

/** A scene collection: one scene with nothing in it, and scripts. */
function writeScenes(home: string, name: string, scripts: readonly LuaScript[]): void {
  const folder = join(folderOf(home), 'basic', 'scenes');
  mkdirSync(folder, { recursive: true });
  const scenes = {
    name,
    current_scene: 'Scene',
    current_program_scene: 'Scene',
    scene_order: [{ name: 'Scene' }],
    sources: [{ id: 'scene', name: 'Scene', versioned_id: 'scene', settings: { items: [] } }],
    modules: { 'scripts-tool': scripts },
  };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(scenes));
}

const folderOf = (home: string): string => join(home, '.config', 'obs-studio');

/** Xvfb chooses a display that is free, and tells its number once it can be used. */
function openDisplay(
  program: string,
  [width, height]: readonly [number, number] = [1280, 800],
): Promise<{ display: string; child: ChildProcess }> {
  const screen = `${width}x${height}x24`;
  const child = spawn(program, ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (number: Buffer) => resolve({ display: `:${String(number).trim()}`, child }));
  });
}

async function connect(address: string, child: ChildProcess): Promise<OBSWebSocket> {
  const until = performance.now() + START_MS;
  for (;;) {
    const obs = new OBSWebSocket();
    try {
      await obs.connect(address, PASSWORD);
      // It answers before its scenes are there.
      await obs.call('GetSceneList');
      await checkWindow(obs);
      return obs;
    } catch (error) {
      await obs.disconnect().catch(() => undefined);
      if (error instanceof FrozenError) throw error;
      if (child.exitCode !== null || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** OBS answers, and its window does nothing: without a graphics card its threads wait for each other at times. */
class FrozenError extends Error {}

/** Asks for what only the thread of the window does. */
async function checkWindow(obs: OBSWebSocket): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new FrozenError('The window of OBS does nothing.')), FROZEN_MS);
  });
  await Promise.race([obs.call('SetCurrentProgramScene', { sceneName: 'Scene' }), late]).finally(() =>
    clearTimeout(timer),
  );
}

function readLog(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(late);
}
