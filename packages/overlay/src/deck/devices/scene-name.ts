import type { DeviceWords } from '../words/device-words.js';

/** What people call what an overlay shows: a starting scene by its name, a scene of one's own, or widgets without one. */
export function sceneName(scene: string, words: Pick<DeviceWords, 'widgets' | 'ownScene'>): string {
  if (scene === '') return words.widgets;
  // It is told by a mark: its code is no name.
  return scene.startsWith('~') ? words.ownScene : scene;
}
