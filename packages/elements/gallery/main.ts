import '@stallcast/themes/orchard.css';
import '../src/components/order-ticker/define.js';
import '../src/components/product-card/define.js';
import '../src/components/stock-counter/define.js';
import { ORDER_TICKER_STATES } from '../src/components/order-ticker/order-ticker.states.js';
import { PRODUCT_CARD_STATES } from '../src/components/product-card/product-card.states.js';
import { STOCK_COUNTER_STATES } from '../src/components/stock-counter/stock-counter.states.js';
import type { WidgetState } from '../src/internal/widget-state.js';
import { setStage } from './stage.js';

/**
 * Walks the named states. The address chooses: `?widget=product-card&look=tall&lang=en&ground=busy&state=flash`.
 */
const WIDGETS: Readonly<Record<string, readonly WidgetState[]>> = {
  'product-card': PRODUCT_CARD_STATES,
  'stock-counter': STOCK_COUNTER_STATES,
  'order-ticker': ORDER_TICKER_STATES,
};

const query = new URLSearchParams(location.search);
const language = query.get('lang') ?? 'zh-CN';
const look = query.get('look');
const only = query.get('state')?.split(',');
document.body.className = query.get('ground') ?? '';

for (const [widget, states] of Object.entries(WIDGETS)) {
  if (query.has('widget') && query.get('widget') !== widget) continue;
  for (const state of states) {
    if (only && !only.includes(state.name)) continue;
    const { room, element, play } = setStage(`stall-${widget}`, state, language);
    if (look) element.setAttribute('look', look);
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = `${state.name} · ${language === 'en' ? state.en : state['zh-CN']}`;
    figure.append(caption, room);
    document.querySelector('main')?.append(figure);
    void play();
  }
}
