import { CANVASES, type SceneCanvas, type SceneItem } from '@stallcast/elements';

/** How wide a widget is when it is put on a canvas, px; one that is not here is as wide as its words. */
const WIDTHS: Readonly<Record<string, number>> = {
  'stall-announcement': 1000,
  'stall-goal': 736,
  'stall-legal': 1000,
  'stall-order-ticker': 744,
  'stall-product-card': 1000,
  'stall-sales-chart': 736,
  'stall-shelf': 560,
  'stall-tickets': 480,
};

/** A widget as it comes out of the palette: in the middle of the canvas, with the look that this canvas asks for. */
export function defaultItem(tag: string, canvas: SceneCanvas): Omit<SceneItem, 'id'> {
  const { width, height } = CANVASES[canvas];
  const own = canvas === 'landscape' && tag === 'stall-product-card' ? undefined : WIDTHS[tag];
  const look = tag === 'stall-product-card' ? (canvas === 'landscape' ? 'tall' : 'wide') : undefined;
  return {
    tag,
    x: Math.round((width - (own ?? 300)) / 2),
    y: Math.round(height / 2 - 80),
    ...(own !== undefined && { width: own }),
    ...(look !== undefined && { attributes: { look } }),
  };
}
