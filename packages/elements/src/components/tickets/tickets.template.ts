import { html, nothing, type TemplateResult } from 'lit';
import { figure, spoken } from '../../internal/figures.js';
import type { TicketsWords } from '../../words/index.js';
import type { TicketDay, TicketsView } from './tickets.model.js';

/** How the tickets look: rows on a board, or calendar leaves side by side. */
export type TicketsLook = 'list' | 'leaf';

/** The days in one of the looks. */
export function ticketsTemplate(view: TicketsView, look: TicketsLook, words: TicketsWords): TemplateResult {
  const { heading, days, more, isAllFull } = view;
  return html`<div class="tickets ${isAllFull ? 'all-full' : ''}" lang=${words.language}>
    <div class="heading">
      <span class="name" part="heading" dir="auto">${heading}</span>
      ${isAllFull ? html`<b class="full-word">${words.allFull}</b>` : nothing}
    </div>
    <ul class="days">
      ${days.map((day) => (look === 'leaf' ? leaf(day) : row(day)))}
    </ul>
    ${more ? html`<div class="more" part="more">${more}</div>` : nothing}
  </div>`;
}

function row(day: TicketDay): TemplateResult {
  return html`<li class="row ${day.state}" part="day" data-product=${day.productId}>
    <span class="date">${day.day.full}</span><span class="weekday">${day.day.weekday}</span>${left(day)}
  </li>`;
}

function leaf(day: TicketDay): TemplateResult {
  return html`<li class="sheet ${day.state}" part="day" data-product=${day.productId}>
    <span class="band"></span>
    ${spoken(`${day.day.full} ${day.day.weekday}`)}
    <span class="month" aria-hidden="true">${day.day.month}</span>
    <span class="number">${figure(day.day.day)}</span>
    <span class="weekday" aria-hidden="true">${day.day.weekday}</span>
    ${left(day)}
  </li>`;
}

function left({ figures, word }: TicketDay): TemplateResult {
  return html`<span class="left" part="value"
    >${figures ? html`<b>${figures}</b>` : nothing}<span>${word}</span></span
  >`;
}
