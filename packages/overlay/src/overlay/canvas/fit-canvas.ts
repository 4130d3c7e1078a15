import type { OverlaySettings } from '../settings/overlay-settings.js';

/** A canvas on a viewport: its own size in px, and how it is scaled and moved to fit. */
export interface CanvasFit {
  canvas: 'portrait' | 'landscape';
  width: number;
  height: number;
  scale: number;
  x: number;
  y: number;
}

const SIZES = { portrait: [1080, 1920], landscape: [1920, 1080] } as const;

/** Fits the canvas into a viewport of any size, whole and in the middle. The viewport's own shape chooses it unless told. */
export function fitCanvas(viewport: { width: number; height: number }, wish: OverlaySettings['canvas']): CanvasFit {
  const canvas = wish === 'auto' ? (viewport.height >= viewport.width ? 'portrait' : 'landscape') : wish;
  const [width, height] = SIZES[canvas];
  const scale = Math.min(viewport.width / width, viewport.height / height);
  return {
    canvas,
    width,
    height,
    scale,
    // Whole px: a canvas between two would be drawn soft.
    x: Math.round((viewport.width - width * scale) / 2),
    y: Math.round((viewport.height - height * scale) / 2),
  };
}
