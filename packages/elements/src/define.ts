import './components/announcement/define.js';
import './components/countdown/define.js';
import './components/order-ticker/define.js';
import './components/product-card/define.js';
import './components/room/define.js';
import './components/stock-counter/define.js';
import './components/legal/define.js';
import './components/qr/define.js';
