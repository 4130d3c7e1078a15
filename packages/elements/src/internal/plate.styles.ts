import { css } from 'lit';

/**
 * The plate: shadow, then the board that carries the theme's corners and paint. Content lies above and is not clipped
 * by it. The shadow is a still layer of its own, so that changing digits never repaint it.
 *
 * Markup: `<div class="plate"><div class="board"></div></div>` inside a positioned box; `small` on the plate for the
 * small corners.
 */
export default css`
  .plate {
    position: absolute;
    inset: 0;
    filter: var(--_shadow-plate);
  }
  .board {
    position: absolute;
    inset: 0;
    overflow: hidden;
    background: var(--_color-plate);
    border-radius: var(--_radius-plate);
  }
  .small > .board {
    border-radius: var(--_radius-small);
  }
`;
