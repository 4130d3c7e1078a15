import { autoUpdate, computePosition, flip, offset, platform, shift, size, type Platform } from '@floating-ui/dom';

/** The least distance to the edges of the window, and to the opener, in px. */
const EDGE_PX = 8;
/** Rather over its opener than lower than this, in px. */
const MIN_HEIGHT_PX = 280;

/** What is seen of the page, in px. */
function windowRect(): { x: number; y: number; width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  // A page without a doctype calls its whole length its height.
  return { x: 0, y: 0, width: clientWidth, height: Math.min(clientHeight, innerHeight) };
}

/** A modal dialog lies in the top layer: the window alone bounds it, whatever its ancestors cut off or move. */
const topLayer: Platform = { ...platform, getOffsetParent: () => window, getClippingRect: windowRect };

/** Keeps a dialog beside its opener and wholly inside the window; returns what ends it. */
export function placeDetails(dialog: HTMLElement, opener: HTMLElement): () => void {
  const fit = size({
    padding: EDGE_PX,
    apply({ availableHeight, elements }) {
      const { width, height } = windowRect();
      const room = availableHeight < MIN_HEIGHT_PX ? height - 2 * EDGE_PX : availableHeight;
      elements.floating.style.maxHeight = `${Math.max(0, room)}px`;
      elements.floating.style.maxWidth = `${Math.max(0, width - 2 * EDGE_PX)}px`;
    },
  });
  const place = async (): Promise<void> => {
    const { x, y } = await computePosition(opener, dialog, {
      platform: topLayer,
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [offset(EDGE_PX), flip({ padding: EDGE_PX }), fit, shift({ padding: EDGE_PX, crossAxis: true })],
    });
    dialog.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  };
  return autoUpdate(opener, dialog, () => void place());
}
