import { CANVASES, type Scene, type SceneCanvas } from '@stallcast/elements';
import type { RoomStore } from '@stallcast/store';
import { css, html, nothing, type TemplateResult } from 'lit';
import { styleBy } from '../look/style-by.js';

/** The rules of a scene's picture. */
export const scenePictureStyles = css`
  .picture {
    position: relative;
    display: block;
    overflow: hidden;
    border-radius: 4px;
    background: url('/pictures/backdrop.svg') 50% 28% / cover;
    contain: strict;
  }

  .scaled {
    position: absolute;
    inset: 0 auto auto 0;
    transform-origin: 0 0;
  }
`;

/**
 * A small picture of a scene, of the real widgets; its room is taken before the scene is there.
 *
 * @param across Width, px.
 */
export function scenePicture(
  scene: Scene | undefined,
  canvas: SceneCanvas,
  across: number,
  { store, theme = scene?.theme ?? 'orchard' }: { store: RoomStore; theme?: string | undefined },
): TemplateResult {
  const { width, height } = CANVASES[canvas];
  const size = { inlineSize: `${across}px`, blockSize: `${Math.round((across / width) * height)}px` };
  return html`<span class="picture" style=${styleBy(size)} data-stall-theme=${theme} aria-hidden="true"
    >${
      scene
        ? html`<span class="scaled" style=${styleBy({ transform: `scale(${across / width})` })}
            ><stall-room .store=${store} announce="off" inert
              ><stall-scene without-theme .scene=${scene}></stall-scene></stall-room
          ></span>`
        : nothing
    }</span
  >`;
}
