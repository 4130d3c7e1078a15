import type { SceneReadEvent } from '@stallcast/elements';
import { fitCanvas, type CanvasFit } from './canvas/fit-canvas.js';
import { dressPage } from './look/dress-page.js';
import { createScene } from './scene/scene.js';
import { readSettings, type OverlaySettings, type SettingsSources } from './settings/overlay-settings.js';
import { boxLanded, settingsReady, watchStyles } from './settings/watch-styles.js';
import { createDoctorCall } from './doctor/call-doctor.js';
import { openStore, type OpenedStore } from './last-known/open-store.js';
import { createNote } from './note/note.js';

/**
 * Runs the overlay on this page: a transparent canvas with a room's widgets, for OBS by address or as a local file.
 *
 * It has no timer and no loop of its own. Settings and looks may come after the page has loaded, the connection may come
 * later than both, and each is taken in when it comes.
 */
export async function startOverlay(defaultSrc: SettingsSources['defaultSrc']): Promise<void> {
  dressPage();
  await settingsReady();

  const canvas = document.createElement('main');
  canvas.id = 'canvas';
  canvas.dataset['held'] = '';
  const scene = createScene(canvas);
  const note = createNote();
  let settings: OverlaySettings | null = null;
  const doctor = createDoctorCall(scene.room, () => settings);
  let shown = '';
  let showing = Promise.resolve();
  let sceneTheme = '';
  let sceneTokens: Readonly<Record<string, string>> = {};
  /** Comes with the first scene. */
  let wearTokens: typeof import('./look/wear-tokens.js').wearTokens | null = null;

  const fit = (): void => {
    if (!settings) return;
    const viewport = { width: innerWidth, height: innerHeight };
    const { canvas: shape, width, height, scale, x, y } = fitCanvas(viewport, settings.canvas);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    show(settings, shape);
    if (canvas.dataset['canvas'] === shape) return;
    canvas.dataset['canvas'] = shape;
    scene.follow(scene.room.store);
  };

  /** Shows the widgets, or the scene that is named: that comes in a file of its own, which pages without one never load. */
  const show = ({ scene: name, widgets }: OverlaySettings, shape: CanvasFit['canvas']): void => {
    const wish = name ? `${name}-${shape}` : String(widgets);
    if (wish === shown) return;
    shown = wish;
    sceneTheme = '';
    sceneTokens = {};
    if (name) showing = showScene(name, widgets, shape);
    else scene.show(widgets);
  };

  const showScene = async (
    name: string,
    widgets: OverlaySettings['widgets'],
    shape: CanvasFit['canvas'],
  ): Promise<void> => {
    const wish = shown;
    try {
      const scenes = await import('./scene/scene-file.js');
      const file = await scenes.openScene(name, shape);
      if (wish !== shown) return;
      file.addEventListener('stall-scene-read', (event: SceneReadEvent) => {
        sceneTheme = event.scene?.theme ?? '';
        sceneTokens = event.scene?.tokens ?? {};
        ({ wearTokens } = scenes);
        wear();
      });
      scene.showFile(file);
      await file.updateComplete;
    } catch (cause) {
      if (wish !== shown) return;
      console.error(cause instanceof Error ? cause.message : cause);
      scene.show(widgets);
    }
  };

  const wear = (): void => {
    document.documentElement.dataset['stallTheme'] = settings?.theme ?? (sceneTheme || 'orchard');
    // Colours are tuned for one theme: under another that the page asks for, a text might stand on its own colour.
    wearTokens?.(settings?.theme && settings.theme !== sceneTheme ? {} : sceneTokens);
  };

  const apply = (): void => {
    const styles = getComputedStyle(document.body);
    const next = readSettings({
      search: location.search,
      hash: location.hash,
      css: (name) => styles.getPropertyValue(name),
      defaultSrc,
    });
    if (JSON.stringify(next) === JSON.stringify(settings)) return;
    const before = settings;
    settings = next;

    document.documentElement.lang = next.language;
    document.documentElement.dataset['background'] = next.background;
    if (next.src !== before?.src || next.room !== before.room) connect(next);
    fit();
    wear();
    doctor.wish(next.doctor);
  };

  let opened: OpenedStore | undefined;
  let forgetFaults: (() => void) | undefined;
  const connect = ({ src, room }: Pick<OverlaySettings, 'src' | 'room'>): void => {
    scene.follow(undefined);
    opened?.close();
    opened = openStore(src, room);
    scene.room.store = opened?.store;
    scene.room.src = src;
    scene.room.room = room;
    void scene.room.updateComplete.then(() => {
      const { store } = scene.room;
      scene.follow(store);
      forgetFaults?.();
      forgetFaults = store?.$fault.subscribe((fault) => {
        doctor.note(fault);
        const { code = '' } = fault ?? {};
        // The line says that this page has no right to what it kept.
        if (store === opened?.store && opened?.isKeptOnly() && (code === 'refused-key' || code === 'not-found')) {
          opened.forget();
          connect({ src, room });
        }
      });
      note.follow(store, src.split(':', 1)[0] ?? '', () => opened?.isKeptOnly() === true);
    });
  };

  document.body.replaceChildren(canvas, note.element);
  apply();
  watchStyles(apply);
  window.addEventListener('resize', fit);
  window.addEventListener('hashchange', apply);

  await boxLanded();
  apply();
  await showing;
  // From here on every frame wears what the host chose.
  delete canvas.dataset['held'];
}
