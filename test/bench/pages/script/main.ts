/*
 * The floor: what a good programmer writes by hand for this one stall. It reads the same frames, keeps what it shows, and
 * writes it to the page once a frame. It does not check, resume, age, translate, mark or move anything.
 */
interface Value {
  id: string;
  productId: string;
  title: string;
  linkNo: number;
  price: { minor: number };
  compareAt?: { price: { minor: number } };
  sellable: number;
  buyer: { mask: string };
  region: { name: string };
}
interface State {
  products: Value[];
  offers: Value[];
  stocks: Value[];
  orders: Value[];
  featured: { stall: string[] };
}
interface Message {
  type: string;
  state: State;
  puts: { kind: string; value: Value }[];
  frames: Message[];
}

const at = (id: string) => document.getElementById(id) as HTMLElement;
const places = {
  link: at('link'),
  title: at('title'),
  price: at('price'),
  usual: at('usual'),
  cardStock: at('card-stock'),
  stock: at('stock'),
};
const rows = [...at('orders').children];
const yuan = (money: { minor: number }) => `¥${(money.minor / 100).toFixed(2)}`;

let product: Value | undefined;
let offer: Value | undefined;
let stock: Value | undefined;
let orders: Value[] = [];
let frame = 0;

function take(message: Message): void {
  if (message.type === 'batch') message.frames.forEach(take);
  else if (message.type === 'snapshot') {
    const { products, offers, stocks, featured, orders: known } = message.state;
    const id = featured.stall[0];
    product = products.find((one) => one.id === id);
    offer = offers.find((one) => one.productId === id);
    stock = stocks.find((one) => one.productId === id);
    orders = known.slice(-rows.length).reverse();
  } else if (message.type === 'change') {
    for (const { kind, value } of message.puts) {
      if (kind === 'order') orders = [value, ...orders].slice(0, rows.length);
      else if (kind === 'stock' && value.productId === product?.id) stock = value;
      else if (kind === 'offer' && value.productId === product?.id) offer = value;
      else if (kind === 'product' && value.id === product?.id) product = value;
    }
  } else return;
  frame ||= requestAnimationFrame(paint);
}

function write(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function paint(): void {
  frame = 0;
  if (!product || !offer || !stock) return;
  write(places.link, `${product.linkNo}号链接`);
  write(places.title, product.title);
  write(places.price, yuan(offer.price));
  write(places.usual, offer.compareAt ? yuan(offer.compareAt.price) : '');
  write(places.cardStock, String(stock.sellable));
  write(places.stock, String(stock.sellable));
  rows.forEach((row, i) => {
    const order = orders[i];
    write(row, order ? `${order.buyer.mask} ${order.region.name} 拍下 ${product?.title ?? ''}` : '');
  });
}

const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/stalls/orchard/socket`);
socket.addEventListener('open', () => socket.send(JSON.stringify({ key: 'bench' })));
socket.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as Message));
