import '@stallcast/adapters/relay/register';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';

document.querySelector('stall-room')?.setAttribute('src', `relay:${location.origin}/stalls/orchard#bench`);
