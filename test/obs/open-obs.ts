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

export interface OpenObsOptions {
  /** Without it this OBS knows no browser source, as some builds do not. @default true */
  hasBrowserSource?: boolean;
  /** More Lua scripts, each with its settings. */
  scripts?: readonly { path: string; settings: Record<string, unknown> }[];
  /** Leaves OBS's window open, on a screen of this size in pixels, so that it can be seen and dragged into. */
  screen?: readonly [width: number, height: number];
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
  obs: OBSWebSocket;
  close(): Promise<void>;
}

/** Starts OBS and waits until it lets itself be asked. */
export async function openObs({
  hasBrowserSource = true,
  scripts = [],
  screen: size,
  language = 'en-US',
}: OpenObsOptions = {}): Promise<OpenObs> {
  const programs = findObs();
  if (!programs) throw new Error('Expected OBS and Xvfb on this machine, found one of them missing.');
  const home = mkdtempSync(join(tmpdir(), 'stallcast-obs-'));
  const port = await freePort();
  writeHome(home, port, language, [...(hasBrowserSource ? [{ path: STAND_IN, settings: {} }] : []), ...scripts]);

  const { display, child: screen } = await openDisplay(programs.display, size);
  const child = spawn(programs.obs, ['--multi', '--disable-updater', ...(size ? [] : ['--minimize-to-tray'])], {
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
  });
  const log = () => readLog(join(home, '.config', 'obs-studio', 'logs'));
  const address = `ws://127.0.0.1:${port}`;
  async function close(): Promise<void> {
    await obs?.disconnect().catch(() => undefined);
    for (const each of [child, screen]) await end(each);
    rmSync(home, { recursive: true, force: true });
  }
  let obs: OBSWebSocket | undefined;
  try {
    obs = await connect(address, child);
  } catch (error) {
    const tail = log().split('\n').slice(-15).join('\n');
    await close();
    throw new Error(`OBS did not come up:\n${tail}`, { cause: error });
  }
  return { address, display, log, obs, close };
}

/** The settings with which OBS starts without a question. */
function writeHome(
  home: string,
  port: number,
  language: string,
  scripts: readonly { path: string; settings: object }[],
): void {
  const folder = join(home, '.config', 'obs-studio');
  mkdirSync(join(folder, 'basic', 'scenes'), { recursive: true });
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
    '[General]\nName=Untitled\n[Video]\nBaseCX=1920\nBaseCY=1080\nOutputCX=640\nOutputCY=360\nFPSCommon=30\n',
  );
  const scenes = {
    name: 'Untitled',
    current_scene: 'Scene',
    current_program_scene: 'Scene',
    scene_order: [{ name: 'Scene' }],
    sources: [{ id: 'scene', name: 'Scene', versioned_id: 'scene', settings: { items: [] } }],
    modules: { 'scripts-tool': scripts },
  };
  writeFileSync(join(folder, 'basic', 'scenes', 'Untitled.json'), JSON.stringify(scenes));
}

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
      return obs;
    } catch (error) {
      await obs.disconnect().catch(() => undefined);
      if (child.exitCode !== null || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function readLog(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}
