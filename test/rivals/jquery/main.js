/*
 * A widget as streamers paste one into an overlay service: jQuery, one handler an event, one write and one slide an order. A
 * re-creation: what such services host is not to be had as a package.
 */
import $ from 'jquery';
import { io } from 'socket.io-client';

const ROWS = 4;
const socket = io();

function showStock(left) {
  $('#stock').text(left);
  $('#card-stock').text(left);
}

function addOrder({ buyer, region, title }) {
  $('<li>').text(`${buyer} ${region} 拍下 ${title}`).hide().prependTo('#orders').slideDown(300);
  $('#orders li').slice(ROWS).remove();
}

socket.on('state', ({ link, title, price, usual, left, orders }) => {
  $('#link').text(`${link}号链接`);
  $('#title').text(title);
  $('#price').text(price);
  $('#usual').text(usual);
  showStock(left);
  orders.forEach(addOrder);
});
socket.on('stock', showStock);
socket.on('sale', ({ order, left }) => {
  showStock(left);
  addOrder(order);
});
