// The room first: one that is defined after the widgets inside it has not heard them ask.
import './components/room/define.js';
import './components/order-ticker/define.js';
import './components/product-card/define.js';
import './components/stock-counter/define.js';
