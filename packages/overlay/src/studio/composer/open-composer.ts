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

/** Opens a bench with the scene that is in use on a canvas; else with what the host worked on last, or with the orchard's. */
export async function openComposer(
  $language: ReadableAtom<Language>,
  inUse: InUse,
  canvas: SceneCanvas,
): Promise<Bench> {
  defineComposer();
  const kept = openKeptScenes();
  const [stage, first] = await Promise.all([openStage(), firstScene(kept, $language.get(), inUse, canvas)]);
  return createBench({ stage, kept, $language, ...first });
}

async function firstScene(
  kept: KeptScenes,
  language: Language,
  { id, theme }: InUse,
  canvas: SceneCanvas,
): Promise<{ scene: Scene; id?: string }> {
  if (isSituation(id)) return { scene: await begin(id, canvas, language, theme) };
  const all = kept.all();
  return (
    all.find((one) => ownId(one.id) === id) ?? all[0] ?? { scene: await begin('orchard', canvas, language, theme) }
  );
}

async function begin(situation: Situation, canvas: SceneCanvas, language: Language, theme: string): Promise<Scene> {
  const scene = await readStartingScene(situation, canvas);
  return { ...scene, title: composerWords(language).scenes.situations[situation], ...(theme !== '' && { theme }) };
}
