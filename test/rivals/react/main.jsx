/* An overlay as a React programmer writes one: a socket in an effect, state in hooks, keyed rows. */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { io } from 'socket.io-client';

const ROWS = 4;

function Overlay() {
  const [product, setProduct] = useState(null);
  const [left, setLeft] = useState(0);
  const [orders, setOrders] = useState([]);

  useEffect(() => {
    const socket = io();
    socket.on('state', (state) => {
      setProduct(state);
      setLeft(state.left);
      setOrders(state.orders.slice(0, ROWS));
    });
    socket.on('stock', setLeft);
    socket.on('sale', (sale) => {
      setLeft(sale.left);
      setOrders((known) => [sale.order, ...known].slice(0, ROWS));
    });
    return () => socket.close();
  }, []);

  if (!product) return null;
  return (
    <>
      <section id="card">
        <div>
          <span id="link">{product.link}号链接</span> <span id="title">{product.title}</span>
        </div>
        <div>
          <b id="price">{product.price}</b> <s id="usual">{product.usual}</s>
        </div>
        <div>
          仅剩 <span id="card-stock">{left}</span> 件
        </div>
      </section>
      <section id="counter">
        还剩 <b id="stock">{left}</b> 件
      </section>
      <section>
        <ol id="orders">
          {orders.map((order) => (
            <li key={order.id}>
              {order.buyer} {order.region} 拍下 {order.title}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Overlay />);
