/*
 * A stall in NodeCG as its guide writes one: what is shown are replicants, which graphics follow. Who started the program tells
 * it by messages what happened.
 */
const ROWS = 4;

module.exports = (nodecg) => {
  const product = nodecg.Replicant('product', { persistent: false, defaultValue: null });
  const left = nodecg.Replicant('left', { persistent: false, defaultValue: 0 });
  const orders = nodecg.Replicant('orders', { persistent: false, defaultValue: [] });
  process.on('message', ({ event, value }) => {
    if (event === 'state') {
      product.value = { link: value.link, title: value.title, price: value.price, usual: value.usual };
      left.value = value.left;
      orders.value = value.orders.slice(0, ROWS);
    } else if (event === 'stock') left.value = value;
    else {
      left.value = value.left;
      orders.value.unshift(value.order);
      if (orders.value.length > ROWS) orders.value.pop();
    }
  });
  nodecg.on('serverStarted', () => process.send({ port: nodecg.config.port }));
};
