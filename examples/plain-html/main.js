import '@stallcast/adapters/relay/register';
import '@stallcast/adapters/replay/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';

const src = new URLSearchParams(location.search).get('src');
if (src) document.querySelector('stall-room').src = src + location.hash;
