/* An overlay as a Vue programmer writes one: refs that a socket sets, keyed rows. Render functions stand for the compiled template. */
import { io } from 'socket.io-client';
import { createApp, h, ref, shallowRef } from 'vue';

const ROWS = 4;

const Overlay = {
  setup() {
    const product = shallowRef(null);
    const left = ref(0);
    const orders = shallowRef([]);
    const socket = io();
    socket.on('state', (state) => {
      product.value = state;
      left.value = state.left;
      orders.value = state.orders.slice(0, ROWS);
    });
    socket.on('stock', (figure) => {
      left.value = figure;
    });
    socket.on('sale', (sale) => {
      left.value = sale.left;
      orders.value = [sale.order, ...orders.value].slice(0, ROWS);
    });

    return () =>
      product.value && [
        h('section', { id: 'card' }, [
          h('div', [
            h('span', { id: 'link' }, `${product.value.link}号链接`),
            ' ',
            h('span', { id: 'title' }, product.value.title),
          ]),
          h('div', [h('b', { id: 'price' }, product.value.price), ' ', h('s', { id: 'usual' }, product.value.usual)]),
          h('div', ['仅剩 ', h('span', { id: 'card-stock' }, left.value), ' 件']),
        ]),
        h('section', { id: 'counter' }, ['还剩 ', h('b', { id: 'stock' }, left.value), ' 件']),
        h('section', [
          h(
            'ol',
            { id: 'orders' },
            orders.value.map(({ id, buyer, region, title }) =>
              h('li', { key: id }, `${buyer} ${region} 拍下 ${title}`),
            ),
          ),
        ]),
      ];
  },
};

createApp(Overlay).mount('#root');
