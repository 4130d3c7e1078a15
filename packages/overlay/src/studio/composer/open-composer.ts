import type { Scene } from '@stallcast/elements';
import type { ReadableAtom } from 'nanostores';
import type { Language } from '../../words/language.js';
import { createBench, type Bench } from './bench/bench.js';
import { defineComposer } from './define.js';
import { openKeptScenes } from './kept/kept-scenes.js';
import { readStartingScene } from './scenes/starting-scenes.js';
import { openStage } from './stage/stage.js';
import { composerWords } from './words/pick-words.js';

/** Opens a bench with what the host worked on last, or with the orchard's scene. */
export async function openComposer($language: ReadableAtom<Language>): Promise<Bench> {
  defineComposer();
  const kept = openKeptScenes();
  const [last] = kept.all();
  const [stage, scene] = await Promise.all([openStage(), last?.scene ?? firstScene($language.get())]);
  return createBench({ stage, kept, $language, scene, id: last?.id });
}

async function firstScene(language: Language): Promise<Scene> {
  const scene = await readStartingScene('orchard', 'portrait');
  return { ...scene, title: composerWords(language).scenes.situations.orchard };
}
