import type { Scene } from '@stallcast/elements';
import { atom, computed, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Language, Sentence } from '../../../words/language.js';
import { expectedFrame } from '../draft/expected-frame.js';
import type { Frames } from '../draft/frame.js';
import { beginHistory, record, redo, undo, type History } from '../draft/history.js';
import { pickLasting, type Picked } from '../draft/pick-items.js';
import type { StallGoods } from '../goods/stall-goods.js';
import type { Backdrop } from '../backdrop/backdrop.js';
import type { PlatformName } from '../guides/platforms.js';
import type { KeptScenes } from '../kept/kept-scenes.js';
import type { Stage } from '../stage/stage.js';

/** How the canvas is looked at. None of it is part of the scene. */
export interface View {
  platform: PlatformName | 'none';
  backdrop: Backdrop;
  hasGrid: boolean;
  isSnapping: boolean;
  /** Whether each press adds to what is picked, as with Shift: for fingers. */
  isPickingMany: boolean;
  /** A picture of the host's own behind the widgets, such as a screenshot of the room. */
  picture: ImageBitmap | null;
  /** As many times as large as all of the canvas fits. */
  zoom: number;
}

/** What every part of the composer works with: one scene on the bench, and the ways to change it. */
export interface Bench {
  readonly stage: Stage;
  readonly kept: KeptScenes;
  readonly $language: ReadableAtom<Language>;
  readonly $history: ReadableAtom<History<Scene>>;
  /** The scene as it is to be seen: while something is dragged, as it would become. */
  readonly $scene: ReadableAtom<Scene>;
  readonly $picked: WritableAtom<Picked>;
  /** Where items really lie; the canvas measures it. */
  readonly $frames: WritableAtom<Frames>;
  readonly $view: WritableAtom<View>;
  /** What the stall has to choose from; null while nobody knows. */
  readonly $goods: WritableAtom<StallGoods | null>;
  /** One sentence on what was done or refused. */
  readonly $notice: WritableAtom<Sentence | null>;
  /** The name under which the scene is kept. */
  readonly $keptId: ReadableAtom<string>;
  /** Changes the scene: one step to undo, or with others of its kind where they follow at once. */
  edit(change: (scene: Scene) => Scene, kind?: string): void;
  /** Shows what a drag would come to; null for none. */
  preview(scene: Scene | null): void;
  undo(): void;
  redo(): void;
  /** Puts another scene on the bench. Without an id it is a new one, kept from now on, or `later` from its first change. */
  open(scene: Scene, id?: string, from?: 'now' | 'later'): void;
  /** Keeps a version of the scene as it is, for whoever wants it back. */
  keepVersion(): void;
}

export interface BenchOptions {
  stage: Stage;
  kept: KeptScenes;
  $language: ReadableAtom<Language>;
  /** What is on the bench at first. */
  scene: Scene;
  /** Under which it is kept; without it a new one. */
  id?: string | undefined;
  /** Ms since 1970. @default Date.now */
  now?: () => number;
}

/** Sets a bench up. Every change of its scene is kept in this browser at once. */
export function createBench({ stage, kept, $language, scene, id, now = Date.now }: BenchOptions): Bench {
  const $history = atom<History<Scene>>(beginHistory(scene));
  const $preview = atom<Scene | null>(null);
  const $scene = computed([$history, $preview], ({ present }, preview) => preview ?? present);
  const $picked = atom<Picked>(new Set());
  const $frames = atom<Frames>(new Map());
  const $notice = atom<Sentence | null>(null);
  const $keptId = atom(id ?? kept.freeId());

  const keep = (next: Scene): void => {
    const outcome = kept.keep($keptId.get(), next, now());
    if (outcome === 'not-kept') $notice.set(NOT_KEPT);
    if (outcome === 'kept-beside') $notice.set(KEPT_BESIDE);
  };
  kept.hold($keptId.get());

  const go = (history: History<Scene>): void => {
    if (history === $history.get()) return;
    $frames.set(expected($frames.get(), $history.get().present, history.present));
    $preview.set(null);
    $history.set(history);
    $picked.set(pickLasting(history.present, $picked.get()));
    keep(history.present);
  };

  return {
    stage,
    kept,
    $language,
    $history,
    $scene,
    $picked,
    $frames,
    $view: atom<View>({
      ...{ platform: 'douyin', backdrop: 'orchard', hasGrid: false, isSnapping: true },
      ...{ isPickingMany: false, picture: null, zoom: 1 },
    }),
    $goods: atom<StallGoods | null>(null),
    $notice,
    $keptId,
    edit: (change, kind) => go(record($history.get(), change($history.get().present), kind ?? null, now())),
    preview: (next) => $preview.set(next),
    undo: () => go(undo($history.get())),
    redo: () => go(redo($history.get())),
    open(next, nextId, from = 'now') {
      $keptId.set(nextId ?? kept.freeId());
      $picked.set(new Set());
      $preview.set(null);
      $history.set(beginHistory(next));
      kept.hold($keptId.get());
      if (from === 'now') keep(next);
    },
    keepVersion: () => void kept.keepVersion($keptId.get(), $history.get().present, now()),
  };
}

/** Frames after items were moved or resized, until they are measured again. */
function expected(frames: Frames, before: Scene, after: Scene): Frames {
  const places = new Map(before.items.map((item) => [item.id, item]));
  return new Map(
    [...frames].map(([id, frame]) => {
      const [old, item] = [places.get(id), after.items.find((one) => one.id === id)];
      return [id, old && item ? expectedFrame(frame, old, item) : frame];
    }),
  );
}

const KEPT_BESIDE: Sentence = {
  'zh-CN': '另一个窗口也在改这个画面：它改成的样子没有丢，在“场景”的“以前的版本”里。',
  en: 'Another window changes this scene too: what it made is not lost and stands among “Earlier versions” under Scenes.',
};

const NOT_KEPT: Sentence = {
  'zh-CN': '浏览器没有存下这次改动（存储被禁用或已满）：离开前请先导出文件。',
  en: 'This browser did not keep the change (storage is blocked or full): export the file before you leave.',
};
