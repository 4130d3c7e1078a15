import { encodeScene } from '../../../scene-code/scene-code.js';
import { ownId, type ScenesInUse } from '../../in-use/in-use.js';
import type { Bench } from '../bench/bench.js';
import { inBoth } from '../words/in-both.js';
import { composerWords } from '../words/pick-words.js';

/** Puts the scene on the bench in use, so that every link of the studio brings it. False where it is too large for a link. */
export async function useScene(bench: Bench, inUse: ScenesInUse): Promise<boolean> {
  const scene = bench.$history.get().present;
  const code = await encodeScene(scene);
  if (code === null) {
    bench.$notice.set(inBoth((language) => composerWords(language).use.tooLong));
    return false;
  }
  bench.keepVersion();
  inUse.use([scene.canvas], { id: ownId(bench.$keptId.get()), scene: code, theme: '' });
  return true;
}

/** Keeps the links up to date while the scene in use is worked on. Returns what ends it. */
export function followInUse(bench: Bench, inUse: ScenesInUse): () => void {
  return bench.$history.listen(({ present: scene }) => {
    const id = ownId(bench.$keptId.get());
    if (inUse.$inUse.get()[scene.canvas].id !== id) return;
    void encodeScene(scene).then((code) => {
      const isLast = bench.$history.get().present === scene && ownId(bench.$keptId.get()) === id;
      if (isLast && code !== null) inUse.use([scene.canvas], { id, scene: code, theme: '' });
    });
  });
}
