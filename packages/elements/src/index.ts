export { OrderTickerElement } from './components/order-ticker/order-ticker.js';
export { ProductCardElement } from './components/product-card/product-card.js';
export { RoomElement } from './components/room/room.js';
export { StockDepletedEvent } from './components/stock-counter/stock-counter.events.js';
export { StockCounterElement } from './components/stock-counter/stock-counter.js';
export { roomContext } from './internal/room-context.js';
