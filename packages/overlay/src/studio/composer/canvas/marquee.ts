import { html, type TemplateResult } from 'lit';
import type { Frame } from '../draft/frame.js';
import { styleBy } from '../look/style-by.js';

/** From where to where a pointer spans a rectangle, px of the screen from the board's corner. */
export interface Span {
  x: number;
  y: number;
  toX: number;
  toY: number;
}

/** The rectangle that a pointer spans, px of the canvas. */
export function spannedFrame({ x, y, toX, toY }: Span, zoom: number): Frame {
  return {
    x: Math.min(x, toX) / zoom,
    y: Math.min(y, toY) / zoom,
    width: Math.abs(toX - x) / zoom,
    height: Math.abs(toY - y) / zoom,
  };
}

/** Draws it. */
export function marqueeBox(span: Span): TemplateResult {
  const { x, y, width, height } = spannedFrame(span, 1);
  const place = { left: `${x}px`, top: `${y}px`, inlineSize: `${width}px`, blockSize: `${height}px` };
  return html`<div class="marquee" style=${styleBy(place)}></div>`;
}
