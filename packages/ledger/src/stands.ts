import { formatMoney, type Goal } from '@stallcast/protocol';
import type { Cell } from './cell.js';
import { messageId } from './alerts.js';
import { currentSession, type Model } from './model.js';
import { deriveStock } from './stock-record.js';

/** The end of a sentence in each language. */
interface Said {
  en: string;
  'zh-CN': string;
}

/** How much of a text is told. */
const MAX_TEXT = 40;

/** Says what stands in a cell, for an operator who was about to set it. */
export function tellStands(model: Model, [kind, id = '', second = '']: Cell): Said {
  const { tables } = model;
  switch (kind) {
    case 'on-hand': {
      const record = tables.stock.get(id);
      const product = record && tables.product.get(record.productId)?.value;
      const left = product ? deriveStock(product, record, currentSession(model).value).sellable : null;
      return left === null
        ? said('nothing is counted', '现在没有库存数')
        : said(`${left} can be sold`, `现在能卖 ${left}`);
    }
    case 'quota': {
      const quantity = tables.stock.get(id)?.quotas.find(({ room }) => room === second)?.quantity ?? 0;
      return said(`the quota is ${quantity}`, `配额现在是 ${quantity}`);
    }
    case 'hold': {
      const hold = tables.stock.get(id)?.hold ?? 'none';
      if (hold === 'none') return said('it is on sale', '现在在卖');
      return hold === 'paused' ? said('it is paused', '现在是暂停') : said('it is marked sold out', '现在是售罄');
    }
    case 'offer':
      return tellOffer(model, id);
    case 'product': {
      const product = tables.product.get(id)?.value;
      const title = short(product?.title ?? '');
      return product ? said(`the product is “${title}”`, `商品现在是“${title}”`) : said('it is removed', '商品已删掉');
    }
    case 'featured':
      return tellFeatured(model, id);
    case 'goal': {
      const goal = tables.session.get(id)?.value.goals.find((one) => one.id === second);
      return goal ? tellGoal(model, goal) : said('there is no such goal', '现在没有这个目标');
    }
    case 'announcement': {
      const text = tables.announcement.get(id)?.text;
      return text === undefined
        ? said('no line is shown', '字幕已收起')
        : said(`the line is “${short(text)}”`, `字幕现在是“${short(text)}”`);
    }
    case 'message': {
      const text = tables.alert.get(messageId(id))?.value.detail['text'];
      return text === undefined
        ? said('the host has no message', '给主播的话已收回')
        : said(`the host reads “${short(String(text))}”`, `给主播的话现在是“${short(String(text))}”`);
    }
    case 'panic':
      return tables.room.get(id)?.panic
        ? said('the room is off the air', '画面现在已全部隐藏')
        : said('the room is on air', '画面现在正常显示');
    case 'room': {
      const room = tables.room.get(id)?.value;
      const title = short(room?.title ?? '');
      return room ? said(`the room is “${title}”`, `直播间现在是“${title}”`) : said('it is removed', '直播间已删掉');
    }
    case 'session':
    case 'session-end':
      return said('another session is on', '现在是另一场');
    case 'order-lines':
      return said('its orders are listed anew', '订单已重新对应');
  }
}

function tellOffer({ tables }: Model, id: string): Said {
  const offer = tables.offer.get(id)?.value;
  if (!offer?.price) return said('the price is kept back', '现在先不报价');
  const { price, flash } = offer;
  const now = formatMoney(price);
  if (!flash) return said(`the price is ${now}`, `价格现在是 ${now}`);
  const low = formatMoney(flash.price);
  return said(`the price is ${now}, in the flash sale ${low}`, `价格现在是 ${now}，秒杀 ${low}`);
}

function tellFeatured({ tables }: Model, scope: string): Said {
  const titles = (tables.featured.get(scope) ?? []).map((id) => short(tables.product.get(id)?.value.title ?? id));
  if (titles.length === 0) return said('nothing is featured', '现在没有讲解商品');
  return said(`featured is ${titles.join(', ')}`, `现在讲解的是${titles.join('、')}`);
}

/** Half a kilogram. */
const JIN_G = 500;

function tellGoal(model: Model, { metric, target }: Goal): Said {
  const grouped = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 1 });
  const told = (en: string, zh: string): Said => said(`the goal is ${en}`, `目标现在是 ${zh}`);
  switch (metric) {
    case 'orders':
      return told(`${grouped(target)} orders`, `${grouped(target)} 单`);
    case 'units':
      return told(`${grouped(target)} pieces`, `${grouped(target)} 件`);
    case 'mass':
      return told(`${grouped(target / 1_000)} kg`, `${grouped(target / JIN_G)} 斤`);
    case 'net-amount': {
      const { code, exponent } = currentSession(model).currency ?? { code: 'CNY', exponent: 2 as const };
      const amount = formatMoney({ minor: target, currency: code, exponent }, { short: true });
      return told(amount, amount);
    }
  }
}

function said(en: string, zh: string): Said {
  return { en, 'zh-CN': zh };
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > MAX_TEXT ? `${letters.slice(0, MAX_TEXT).join('')}…` : text;
}
