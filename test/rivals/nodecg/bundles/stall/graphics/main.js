/* A graphic as NodeCG's guide writes one: a listener for each replicant, which writes to the page. */
const at = (id) => document.getElementById(id);
const rows = [...at('orders').children];
let title = '';

window.nodecg.Replicant('product').on('change', (product) => {
  if (!product) return;
  title = product.title;
  at('link').textContent = `${product.link}号链接`;
  at('title').textContent = title;
  at('price').textContent = product.price;
  at('usual').textContent = product.usual;
});
window.nodecg.Replicant('left').on('change', (left) => {
  at('stock').textContent = String(left);
  at('card-stock').textContent = String(left);
});
window.nodecg.Replicant('orders').on('change', (orders) => {
  rows.forEach((row, i) => {
    const order = orders?.[i];
    row.textContent = order ? `${order.buyer} ${order.region} 拍下 ${order.title}` : '';
  });
});
