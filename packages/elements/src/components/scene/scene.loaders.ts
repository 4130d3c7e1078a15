/** How each widget of a scene is loaded: a page pays only for what its scene shows. */
export const LOADERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'stall-announcement': () => import('../announcement/define.js'),
  'stall-countdown': () => import('../countdown/define.js'),
  'stall-goal': () => import('../goal/define.js'),
  'stall-legal': () => import('../legal/define.js'),
  'stall-order-ticker': () => import('../order-ticker/define.js'),
  'stall-origin': () => import('../origin/define.js'),
  'stall-presale': () => import('../presale/define.js'),
  'stall-price': () => import('../price/define.js'),
  'stall-product-card': () => import('../product-card/define.js'),
  'stall-promises': () => import('../promises/define.js'),
  'stall-qr': () => import('../qr/define.js'),
  'stall-sales-chart': () => import('../sales-chart/define.js'),
  'stall-share': () => import('../share/define.js'),
  'stall-shelf': () => import('../shelf/define.js'),
  'stall-stock-counter': () => import('../stock-counter/define.js'),
  'stall-tickets': () => import('../tickets/define.js'),
};

/**
 * Loads the widgets of these tags, each once. One that does not come is told, and asked for again the next time; an element that
 * is not defined yet stands empty and wakes up when it is.
 */
export function loadWidgets(tags: Iterable<string>): void {
  for (const tag of new Set(tags)) {
    if (customElements.get(tag)) continue;
    LOADERS[tag]?.().catch((cause: unknown) => {
      console.error(`stall-scene: ${tag} could not be loaded: is the page's server still there?`, cause);
    });
  }
}
