import { parseScene, type Scene, type SceneCanvas } from '@stallcast/elements';
import { readStartingFile, type Situation } from '../../../starting-scenes/starting-scenes.js';

/** Reads the starting scene of a situation. */
export async function readStartingScene(situation: Situation, canvas: SceneCanvas): Promise<Scene> {
  const { scene } = parseScene(await readStartingFile(situation, canvas));
  if (!scene) throw new Error(`Expected a scene in ${situation}-${canvas}.json, got none: build the pages again.`);
  return scene;
}
