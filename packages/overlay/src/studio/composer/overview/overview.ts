import { css, html, nothing, type TemplateResult } from 'lit';
import { controls } from '../../../deck/look/controls.styles.js';
import { BenchElement } from '../bench/bench-element.js';
import { drawnOrder } from '../draft/order-items.js';
import { GUIDES_AS_OF, PLATFORMS } from '../guides/platforms.js';
import { itemName } from '../layers/item-name.js';
import { panel } from '../look/panel.styles.js';

/**
 * The whole scene in short while nothing is picked: what is on air to be picked, how to work, and where the guides are from.
 *
 * @tag studio-overview
 */
export class StudioOverviewElement extends BenchElement {
  static readonly tagName = 'studio-overview';
  static override readonly styles = [
    controls,
    panel,
    css`
      .items button {
        max-inline-size: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      ul.how {
        display: grid;
        gap: 6px;
        padding-inline-start: 18px;
        font-size: 14px;
      }

      ul.how li {
        list-style: disc;
      }
    `,
  ];

  protected override render() {
    const { overview: words, canvas } = this.words;
    const scene = this.read(this.bench.$scene);
    const frames = this.read(this.bench.$frames);
    const onAir = drawnOrder(scene).filter(({ id }) => frames.has(id));
    return html`
      <h2>${words.title}</h2>
      <p class="quiet">${canvas[scene.canvas]} · ${words.count(scene.items.length, onAir.length)}</p>
      <section>
        <h2>${words.pick}</h2>
        <div class="row items">
          ${onAir.map(
            (item) =>
              html`<button
                type="button"
                data-pick=${item.id}
                @click=${() => this.bench.$picked.set(new Set([item.id]))}
              >
                ${itemName(item, this.language)}
              </button>`,
          )}
        </div>
      </section>
      <section>
        <h2>${words.how}</h2>
        <ul class="how">
          ${words.ways.map((way) => html`<li>${way}</li>`)}
        </ul>
      </section>
      ${this.#guides()}
    `;
  }

  #guides(): TemplateResult | typeof nothing {
    const { overview: words, view } = this.words;
    const { platform } = this.read(this.bench.$view);
    if (platform === 'none' || this.bench.$scene.get().canvas !== 'portrait') return nothing;
    const { known, source } = PLATFORMS[platform];
    return html`
      <section>
        <h2>${words.guides}</h2>
        <p class="quiet">
          ${PLATFORMS[platform][this.language]}: <b>${view.known[known]}</b> (${GUIDES_AS_OF}). ${source[this.language]}
        </p>
        <p class="quiet">${view[known]}</p>
      </section>
    `;
  }
}
