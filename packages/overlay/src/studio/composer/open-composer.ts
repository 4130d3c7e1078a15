import type { Scene, SceneCanvas } from '@stallcast/elements';
import type { ReadableAtom } from 'nanostores';
import { isSituation, type Situation } from '../../starting-scenes/starting-scenes.js';
import type { Language } from '../../words/language.js';
import { ownId, type InUse } from '../in-use/in-use.js';
import { createBench, type Bench } from './bench/bench.js';
import { defineComposer } from './define.js';
import { openKeptScenes, type KeptScenes } from './kept/kept-scenes.js';
import { readStartingScene } from './scenes/starting-scenes.js';
import { openStage } from './stage/stage.js';
import { composerWords } from './words/pick-words.js';

export interface ComposerOptions {
  $language: ReadableAtom<Language>;
  /** The look in use on the canvas that is looked at. */
  inUse: InUse;
  canvas: SceneCanvas;
  /** Whether the host goes on with what was worked on last, whatever is in use. */
  isResumed?: boolean;
}

/** Opens a bench with the scene that is in use on a canvas; else with what the host worked on last, or with the orchard's. */
export async function openComposer(options: ComposerOptions): Promise<Bench> {
  defineComposer();
  const kept = openKeptScenes();
  const [stage, first] = await Promise.all([openStage(), firstScene(kept, options)]);
  return createBench({ stage, kept, $language: options.$language, scene: first.scene, id: first.id });
}

async function firstScene(
  kept: KeptScenes,
  { $language, inUse: { id, theme }, canvas, isResumed = false }: ComposerOptions,
): Promise<{ scene: Scene; id?: string }> {
  const all = kept.all();
  const [last] = all;
  if (isResumed && last) return last;
  if (isSituation(id)) return { scene: await begin(id, canvas, $language.get(), theme) };
  const own = all.find((one) => ownId(one.id) === id) ?? last;
  return own ?? { scene: await begin('orchard', canvas, $language.get(), theme) };
}

async function begin(situation: Situation, canvas: SceneCanvas, language: Language, theme: string): Promise<Scene> {
  const scene = await readStartingScene(situation, canvas);
  return { ...scene, title: composerWords(language).scenes.situations[situation], ...(theme !== '' && { theme }) };
}
