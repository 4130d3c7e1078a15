import { keepOwnScene } from '../../overlay/scene/own-scenes.js';
import type { ReadPacked } from './packed.js';

/**
 * Sets an overlay up as its pack says, and again when a source of OBS gets another shape.
 *
 * It is said by variables on the root, so that what OBS's CSS box sets on the body wins, as it does over an address; what the
 * address says wins over the pack.
 */
export function wearPacked({ stall, language, ...looks }: ReadPacked, search = location.search): void {
  const query = new URLSearchParams(search);
  const { style } = document.documentElement;
  const set = (property: string, parameter: string, value: string | undefined): void => {
    if (value === undefined || query.has(parameter)) style.removeProperty(property);
    else style.setProperty(property, JSON.stringify(value));
  };
  const nameOf = (scene: (typeof looks)['portrait']['scene']) =>
    typeof scene === 'object' ? keepOwnScene(scene) : scene;
  const wear = (): void => {
    const { scene, theme } = innerWidth > innerHeight ? looks.landscape : looks.portrait;
    set('--stall-id', 'stall', stall);
    set('--stall-lang', 'lang', language);
    set('--stall-scene', 'scene', nameOf(scene));
    set('--stall-theme', 'theme', theme);
  };
  wear();
  window.addEventListener('resize', wear);
}
