import { CANVASES, type SceneCanvas } from '@stallcast/elements';
import { svg, type SVGTemplateResult } from 'lit';
import type { Language } from '../../../words/language.js';
import { areasOf, ownArea, PLATFORMS, type PlatformName } from '../guides/platforms.js';
import type { ComposerWords } from '../words/composer-words.js';
import { GRID_PX } from './drag.js';

/** Draws what a platform covers and what is left for widgets. */
export function guideAreas(
  platform: PlatformName,
  canvas: SceneCanvas,
  { view }: ComposerWords,
  language: Language,
): SVGTemplateResult {
  const own = ownArea(platform, canvas);
  const name = canvas === 'portrait' ? `${PLATFORMS[platform][language]} · ` : '';
  return svg`
    ${areasOf(platform, canvas).map(
      ({ what, x, y, width, height }) => svg`
        <g class="area ${what}">
          <rect x=${x} y=${y} width=${width} height=${height}></rect>
          <text x=${x + 18} y=${y + 44}>${what === 'face' ? '' : name}${view.areas[what]}</text>
        </g>`,
    )}
    <rect class="own" x=${own.x} y=${own.y} width=${own.width} height=${own.height}></rect>`;
}

/** Draws the lines of the grid. */
export function gridLines(canvas: SceneCanvas): SVGTemplateResult {
  const { width, height } = CANVASES[canvas];
  const [across, down] = [width / GRID_PX, height / GRID_PX];
  const path = [
    ...Array.from({ length: across }, (_, index) => `M${index * GRID_PX} 0V${height}`),
    ...Array.from({ length: down }, (_, index) => `M0 ${index * GRID_PX}H${width}`),
  ].join('');
  return svg`<path class="grid" d=${path}></path>`;
}
