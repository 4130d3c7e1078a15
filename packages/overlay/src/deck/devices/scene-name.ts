import { isSituation } from '../../starting-scenes/starting-scenes.js';
import { looksWords } from '../../studio/looks/looks-words.js';
import type { Language } from '../../words/language.js';

/** What people call what an overlay shows: the look that was chosen in the studio, or a scene of one's own, told by `ownScene`. */
export function sceneName(scene: string, language: Language, ownScene: string): string {
  const { usual, situations } = looksWords(language);
  if (scene === '') return usual;
  // It is told by a mark: its code is no name.
  if (scene.startsWith('~')) return ownScene;
  // A link may name the canvas too.
  const look = scene.replace(/-(portrait|landscape)$/, '');
  return isSituation(look) ? situations[look] : scene;
}
