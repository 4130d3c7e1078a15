/**
 * The states that the gallery must show of each widget, by tag. A test compares it with the `*.states.ts` files, so that
 * no state goes unseen by the accessibility, visual and hostile-text checks.
 */
export const REQUIRED_STATES: Readonly<Record<string, readonly string[]>> = {
  'stall-product-card': [
    ...['loading', 'unknown', 'ample', 'low', 'last', 'reserved-out', 'sold-out', 'oversold', 'presale', 'paused'],
    ...['featured', 'price-hidden', 'flash', 'stale', 'offline', 'demo', 'hostile-markup', 'long-text'],
  ],
  'stall-stock-counter': [
    ...['loading', 'unknown', 'ample', 'low', 'last', 'reserved-out', 'sold-out', 'oversold', 'presale', 'paused'],
    ...['at-least', 'threshold', 'boolean', 'manual', 'stale', 'offline', 'demo'],
  ],
  'stall-order-ticker': ['loading', 'quiet', 'surge', 'cancelled', 'stale', 'offline', 'demo', 'hostile-text'],
  'stall-price': ['loading', 'plain', 'compare', 'hidden', 'flash', 'stale', 'offline', 'demo'],
  'stall-countdown': ['loading', 'before', 'running', 'last-ten', 'over', 'stock-gone', 'stale', 'offline', 'demo'],
  'stall-promises': ['loading', 'plain', 'cut-off-near', 'cut-off-past', 'stale', 'offline', 'demo', 'long-text'],
  'stall-shelf': [
    'loading',
    'running',
    'sold-out',
    'price-hidden',
    'stale',
    'offline',
    'demo',
    'hostile-text',
    'long-text',
  ],
  'stall-goal': ['loading', 'running', 'reached', 'fallen-back', 'stale', 'offline', 'demo', 'long-text'],
  'stall-share': ['loading', 'profit', 'revenue', 'no-evidence', 'stale', 'offline', 'demo', 'hostile-text'],
  'stall-origin': ['loading', 'passed', 'failed', 'plain', 'stale', 'offline', 'demo', 'hostile-text', 'long-text'],
  'stall-presale': ['loading', 'open', 'moved', 'stale', 'offline', 'demo'],
  'stall-tickets': ['loading', 'open', 'day-full', 'all-full', 'stale', 'offline', 'demo', 'long-text'],
  'stall-announcement': ['loading', 'shown', 'ended', 'stale', 'offline', 'demo', 'hostile-text', 'long-text'],
  'stall-sales-chart': ['loading', 'running', 'empty', 'fallen-back', 'stale', 'offline', 'demo'],
  'stall-qr': ['shown', 'platform-profile', 'no-address', 'hostile-text'],
  'stall-legal': ['shown', 'without-licence', 'hostile-text', 'long-text'],
  'stall-prompter': [
    'loading',
    'running',
    'low',
    'cancellations',
    'message',
    'stale',
    'offline',
    'demo',
    'hostile-text',
    'long-text',
  ],
  'stall-status': ['loading', 'live', 'stale', 'offline', 'demo', 'doctor'],
};

/** Widgets that show nothing of their own: what lays out or provides data to others. */
export const WITHOUT_STATES: readonly string[] = ['stall-room', 'stall-scene'];
