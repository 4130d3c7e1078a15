/*
 * A "someone just bought" script as shops put one into their pages: one order at a time, queued, shown for three seconds. A
 * re-creation: the services that sell such scripts do not publish them.
 */
import { io } from 'socket.io-client';

const SHOWN_MS = 3_000;
const QUEUE = 20;
const at = (id) => document.getElementById(id);
const popup = at('popup');
const queue = [];
let isShowing = false;

popup.style.cssText = 'transform: translateX(-120%); transition: transform 0.4s ease-out';

function next() {
  const order = queue.shift();
  isShowing = order !== undefined;
  if (!isShowing) return;
  popup.textContent = `${order.buyer} ${order.region} 拍下 ${order.title}`;
  popup.style.transform = 'none';
  setTimeout(() => {
    popup.style.transform = 'translateX(-120%)';
    setTimeout(next, 500);
  }, SHOWN_MS);
}

function showStock(left) {
  at('stock').textContent = String(left);
  at('card-stock').textContent = String(left);
}

const socket = io();
socket.on('state', ({ link, title, price, usual, left }) => {
  at('link').textContent = `${link}号链接`;
  at('title').textContent = title;
  at('price').textContent = price;
  at('usual').textContent = usual;
  showStock(left);
});
socket.on('stock', showStock);
socket.on('sale', ({ order, left }) => {
  showStock(left);
  if (queue.length < QUEUE) queue.push(order);
  if (!isShowing) next();
});
