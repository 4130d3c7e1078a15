import { css } from 'lit';

export default css`
  :host {
    display: grid;
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: auto;
  }

  .board {
    position: relative;
    /* Centred by margins: what is larger than its room can be scrolled to from its first edge. */
    margin: auto;
    overflow: hidden;
    border-radius: 4px;
    box-shadow: 0 0 0 1px var(--deck-line);
    touch-action: pan-x pan-y;
    user-select: none;
  }

  .paper {
    position: absolute;
    inset: 0 auto auto 0;
    transform-origin: 0 0;
    background: url('/pictures/backdrop.svg') 50% 28% / cover;
  }

  .paper.dark {
    background: #15130f;
  }

  .paper.light {
    background: #f3f1ec;
  }

  .paper.clear {
    background: conic-gradient(#fff 25%, #d6d6d6 0 50%, #fff 0 75%, #d6d6d6 0) 0 0 / 48px 48px;
  }

  canvas {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
  }

  canvas[hidden] {
    display: none;
  }

  .wear {
    position: absolute;
    inset: 0;
  }

  svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }

  .area rect {
    fill: rgba(24, 16, 10, 0.44);
    stroke: rgba(255, 255, 255, 0.85);
    stroke-width: 3;
    stroke-dasharray: 14 10;
  }

  .area.face rect {
    fill: rgba(18, 58, 95, 0.28);
    stroke: #a9d4ff;
  }

  .area text {
    fill: #fff;
    font: 600 30px var(--deck-font);
    paint-order: stroke;
    stroke: rgba(20, 14, 8, 0.75);
    stroke-width: 7px;
    stroke-linejoin: round;
  }

  .own {
    fill: none;
    stroke: #ffe27a;
    stroke-width: 3;
    stroke-dasharray: 20 12;
  }

  .grid {
    stroke: rgba(120, 170, 255, 0.4);
    stroke-width: 1;
  }

  .snapped {
    stroke: #ff2e88;
    stroke-width: 3;
  }

  .frame {
    position: absolute;
  }

  .frame button {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    cursor: grab;
    touch-action: pan-x pan-y;
  }

  /* A finger drags what it has picked, and scrolls with everything else. */
  .frame.picked button {
    touch-action: none;
  }

  .frame.high .name {
    inset: 0 auto auto 0;
    border-radius: 0 0 4px 0;
  }

  .frame button:hover {
    outline: 2px solid rgba(90, 170, 255, 0.8);
    outline-offset: 0;
  }

  .frame.bare button {
    outline: 1px dashed rgba(255, 255, 255, 0.9);
    background: rgba(20, 14, 8, 0.35);
  }

  .frame.locked button {
    cursor: default;
  }

  .frame.picked {
    z-index: 1;
  }

  .frame.picked button {
    outline: 2px solid #1f7bff;
    box-shadow: 0 0 0 3px rgba(255, 255, 255, 0.85);
  }

  .frame.picked.locked button {
    outline-style: dashed;
  }

  .frame button:focus-visible {
    outline: 3px solid #1f7bff;
    box-shadow: 0 0 0 5px #fff;
  }

  .name {
    position: absolute;
    inset: -24px auto auto -2px;
    padding: 1px 7px;
    border-radius: 4px 4px 0 0;
    background: #0d54bb;
    color: #fff;
    font: 600 13px/22px var(--deck-font);
    white-space: nowrap;
    pointer-events: none;
  }

  .frame.bare:not(.picked) .name {
    inset: 0 0 auto 0;
    overflow: hidden;
    border-radius: 3px;
    text-align: start;
    text-overflow: ellipsis;
    background: transparent;
    font: 500 12px/20px var(--deck-font);
    text-shadow: 0 0 3px #000;
  }

  .marquee {
    position: absolute;
    border: 1px solid #1f7bff;
    background: rgba(31, 123, 255, 0.16);
    pointer-events: none;
  }

  .empty {
    position: absolute;
    inset: 34% 8% auto;
    padding: 14px 16px;
    border-radius: 8px;
    background: rgba(20, 14, 8, 0.8);
    color: #fff;
    font: 600 15px/1.5 var(--deck-font);
    text-align: center;
    pointer-events: none;
  }

  .hint {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
