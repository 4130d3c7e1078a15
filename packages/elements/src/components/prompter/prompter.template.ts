import { html, nothing, type TemplateResult } from 'lit';
import type { PrompterWords } from '../../words/index.js';
import type { ShelfRow } from '../shelf/shelf.model.js';
import type { PrompterPart, PrompterView } from './prompter.model.js';

/** The whole board; null before the first snapshot. `marks` stand outside of every part. */
export function prompterTemplate(view: PrompterView | null, words: PrompterWords, marks: unknown): TemplateResult {
  return html`<section class="prompter" lang=${words.language} aria-label=${words.notForAir}>
    <header>
      <span class="quiet" part="notice">${words.notForAir}</span>
      <span class="marks">${marks}</span>
    </header>
    ${view ? boardTemplate(view, words) : html`<p class="big">${words.waiting}…</p>`}
  </section>`;
}

function boardTemplate(view: PrompterView, words: PrompterWords): TemplateResult {
  const { now, next, messages, low, cancelled, alerts } = view;
  const isWell = [low, cancelled, alerts].every(({ lines }) => lines.length === 0);
  return html`
    ${
      messages.lines.length > 0
        ? html`<div class="messages" part="messages">
            <h2>${words.messages}</h2>
            ${messages.lines.map(({ text }) => html`<p class="message" dir="auto">${text}</p>`)}
            ${moreTemplate(messages, words)}
          </div>`
        : nothing
    }
    <div class="now" part="now">
      <h2>${words.nowShown}</h2>
      ${
        now.length > 0
          ? now.map((row) => rowTemplate(row, words, 'big'))
          : html`<p class="big none">${words.nothingShown}</p>`
      }
    </div>
    ${
      next
        ? html`<div class="next" part="next">
            <h2>${words.upNextRow}</h2>
            ${rowTemplate(next, words, '')}
          </div>`
        : nothing
    }
    ${partTemplate('alerts', words.minded, alerts, words)} ${partTemplate('low', words.runningLow, low, words)}
    ${partTemplate('cancelled', words.cancelledRows, cancelled, words)}
    ${isWell ? html`<p class="quiet well">${words.allWell}</p>` : nothing}
  `;
}

function rowTemplate(row: ShelfRow, words: PrompterWords, size: string): TemplateResult {
  const { linkNo, title, price, isHidden, stock, tone } = row;
  return html`<div class="row ${size}">
    <p class="title">
      ${linkNo === null ? nothing : html`<b class="no">${words.linkShort(linkNo)}</b>`}<bdi>${title}</bdi>
    </p>
    <p class="facts">
      <span class="price">${isHidden ? words.priceHidden : price}</span>
      ${stock ? html`<span class="stock ${tone}">${stock}</span>` : nothing}
    </p>
  </div>`;
}

function partTemplate(
  name: 'alerts' | 'low' | 'cancelled',
  heading: string,
  part: PrompterPart,
  words: PrompterWords,
): TemplateResult | typeof nothing {
  if (part.lines.length === 0) return nothing;
  return html`<div class=${name} part=${name}>
    <h2>${heading}</h2>
    <ul>
      ${part.lines.map(
        ({ lead, text }) =>
          html`<li>${lead ? html`<b class="lead"><bdi>${lead}</bdi></b>` : nothing}<bdi>${text}</bdi></li>`,
      )}
    </ul>
    ${moreTemplate(part, words)}
  </div>`;
}

const moreTemplate = ({ more }: PrompterPart, words: PrompterWords): TemplateResult | typeof nothing =>
  more > 0 ? html`<p class="quiet">${words.moreRows(more)}</p>` : nothing;
