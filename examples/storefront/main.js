import '@stallcast/adapters/relay/register';
import '@stallcast/adapters/replay/register';
import '@stallcast/elements/announcement';
import '@stallcast/elements/countdown';
import '@stallcast/elements/goal';
import '@stallcast/elements/price';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/shelf';

const src = new URLSearchParams(location.search).get('src');
if (src) document.querySelector('stall-room').src = src + location.hash;

// The next basket comes on the full hour. A shop would write the time into the page.
const hour = new Date();
hour.setHours(hour.getHours() + 1, 0, 0, 0);
document.querySelector('#next-basket').until = hour.toISOString();
