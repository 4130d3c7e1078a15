import { css } from 'lit';

/**
 * The plate: shadow, then the board that carries the theme's corners, paint and thread. Content lies above and is not
 * clipped by it; what stands inside the board is, and lies below texture and thread. The shadow is a still layer of its own, so that changing digits never repaint it.
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
    border-radius: var(--stall-radius-plate, 10px 48px 10px 48px);
    clip-path: var(--stall-plate-clip);
  }
  .board::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 28px solid transparent;
    border-image: var(--stall-plate-line, none) 28;
    background: var(--stall-plate-texture, none);
    background-origin: border-box;
  }
  @media (forced-colors: active) {
    .board {
      clip-path: none;
    }
    .board::after {
      border: 2px solid;
      background: none;
    }
  }
  .small > .board {
    border-radius: var(--_radius-small);
  }
`;
