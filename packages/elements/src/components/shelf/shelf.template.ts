import type { Freshness } from '@stallcast/store';
import { html, nothing, type TemplateResult } from 'lit';
import { figure, figureWidth, spoken } from '../../internal/figures.js';
import { ageMark, demoMark } from '../../internal/marks.js';
import type { ShelfWords } from '../../words/index.js';
import { PLACEHOLDER } from '../product-card/product-card.template.js';
import { textWidth } from '../product-card/title-text.js';
import type { ShelfRow } from './shelf.model.js';

/** How the shelf stands: rows below each other, one row of goods, or goods in two columns. */
export type ShelfLook = 'list' | 'strip' | 'grid';

/** Height of the price's figures where there is room, and the room that there is, in px. */
const PRICE: Readonly<Record<ShelfLook, { size: number; room: number }>> = {
  list: { size: 46, room: 180 },
  strip: { size: 46, room: 200 },
  grid: { size: 46, room: 170 },
};

/** How wide a title may be for one line, in hanzi. The list has one line always. */
const ONE_LINE_EM: Readonly<Record<ShelfLook, number>> = { list: Infinity, strip: 7.8, grid: 10 };

/** What is shown, place by place. */
export interface ShelfView {
  rows: readonly ShelfRow[];
  /** How many more there are. */
  more: number;
  isSynthetic: boolean;
}

/** What the template needs besides the view. */
export interface ShelfFrame {
  look: ShelfLook;
  /** How many places there are: they are kept, and what they show changes. */
  places: number;
  words: ShelfWords;
  freshness: Freshness | undefined;
  isBroken: (url: string) => boolean;
  onBroken: (url: string) => void;
}

/** The whole shelf: a rail with the marks, and a board with a place for each product. */
export function shelfTemplate({ rows, more, isSynthetic }: ShelfView, frame: ShelfFrame): TemplateResult {
  const { look, places, words } = frame;
  const isLong = rows.some(({ title }) => textWidth(title) > ONE_LINE_EM[look]);
  return html`<section class="shelf ${look} ${isLong ? 'long' : ''}" lang=${words.language} aria-label=${words.shelf}>
    <div class="rail">
      <span class="tab" part="tab">${words.shelf}</span>
      ${more > 0 ? html`<span class="tab quiet" part="tab">${words.shelfMore(more)}</span>` : nothing}
      <span class="marks">${ageMark(words, frame.freshness)} ${isSynthetic ? demoMark(words) : nothing}</span>
    </div>
    <div class="body">
      <div class="plate small"><div class="board" part="board"></div></div>
      <ul class="rows">
        ${Array.from({ length: places }, (_, index) => {
          const row = rows[index];
          return html`<li class="row ${row?.tab ?? ''} ${row?.isDim ? 'dim' : ''}" ?hidden=${!row}>
            ${row ? rowTemplate(row, frame) : nothing}
          </li>`;
        })}
      </ul>
    </div>
  </section>`;
}

function rowTemplate(row: ShelfRow, frame: ShelfFrame): TemplateResult {
  const { words } = frame;
  const { linkNo, title, tab, stock, tone } = row;
  return html`<div class="no" part="number">
      ${
        linkNo === null
          ? nothing
          : html`${spoken(words.linkNo(linkNo))}<span class="drawn" data-length=${Math.min(String(linkNo).length, 4)}
                >${figure(String(linkNo), 'fine')}</span
              >`
      }
    </div>
    ${pictureTemplate(row, frame)}
    <div class="text">
      <div class="head">
        <p class="title" part="title" dir="auto">${title}</p>
        ${tab ? html`<span class="now ${tab}">${tab === 'featured' ? words.featured : words.upNext}</span>` : nothing}
      </div>
      <div class="foot">
        <div class="price ${row.isFlash ? 'flash' : ''}" part="price">${priceTemplate(row, frame)}</div>
        ${stock ? html`<span class="stock ${tone}" part="stock">${stock}</span>` : nothing}
      </div>
    </div>`;
}

function priceTemplate({ price, isHidden, isFlash }: ShelfRow, { look, words }: ShelfFrame): unknown {
  if (isHidden) return html`<span class="hidden">${words.priceHidden}</span>`;
  if (!price) return nothing;
  const { size, room } = PRICE[look];
  const height = Math.max(28, Math.min(isFlash ? size - 6 : size, Math.floor((room / figureWidth(price)) * 100)));
  // On a strip there is no room for the word: the colour of the tag says it, and it is spoken.
  const flash = look === 'strip' ? spoken(words.flashPrice) : html`<span class="word">${words.flashPrice}</span>`;
  return html`${isFlash ? flash : nothing}${spoken(`${words.price} ${price}`)}<span
      class="amount"
      .style=${`--_size:${height}px`}
      >${figure(price, 'fine')}</span
    >`;
}

function pictureTemplate({ picture }: ShelfRow, { isBroken, onBroken }: ShelfFrame): TemplateResult {
  return html`<div class="picture" part="picture">
    <div class="back">
      ${PLACEHOLDER}
      ${
        picture && !isBroken(picture.url)
          ? html`<img
              src=${picture.url}
              alt=${picture.alt}
              decoding="async"
              referrerpolicy="no-referrer"
              @error=${() => onBroken(picture.url)}
            />`
          : nothing
      }
    </div>
  </div>`;
}
