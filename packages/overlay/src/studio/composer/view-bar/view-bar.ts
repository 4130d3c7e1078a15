import { css, html, nothing, type TemplateResult } from 'lit';
import { controls } from '../../../deck/look/controls.styles.js';
import { BACKDROPS, type Backdrop } from '../backdrop/backdrop.js';
import { BenchElement } from '../bench/bench-element.js';
import type { View } from '../bench/bench.js';
import { ZOOMS } from '../canvas/view-zoom.js';
import { PLATFORMS, type PlatformName } from '../guides/platforms.js';
import { runCommand } from '../keys/run-command.js';
import { panel } from '../look/panel.styles.js';

/**
 * How the canvas is looked at: guides, what lies behind it, what snaps, and how near.
 *
 * @tag studio-view-bar
 */
export class StudioViewBarElement extends BenchElement {
  static readonly tagName = 'studio-view-bar';
  static override readonly styles = [
    controls,
    panel,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 9px;
        align-items: center;
      }

      label {
        display: flex;
        gap: 6px;
        align-items: center;
        white-space: nowrap;
      }

      select {
        inline-size: auto;
        min-block-size: 32px;
      }

      .badge {
        padding: 1px 6px;
        border-radius: 4px;
        background: var(--deck-warning-quiet);
        color: var(--deck-warning);
        font-size: 13px;
      }

      .zoom {
        display: flex;
        gap: 4px;
        /* Beside the canvas, in the stage around. */
        position: absolute;
        inset: auto 12px 36px auto;
        z-index: 2;
      }

      .zoom button {
        min-inline-size: 36px;
        min-block-size: 34px;
      }

      .file {
        display: inline-grid;
        place-items: center;
        min-block-size: 32px;
        border: 1px solid var(--deck-line);
        border-radius: 8px;
        padding: 0 8px;
        color: var(--deck-text);
        font-weight: 700;
        cursor: pointer;
      }

      .file:focus-within {
        outline: 3px solid var(--deck-focus);
        outline-offset: 2px;
      }
    `,
  ];

  protected override render() {
    const { view: words } = this.words;
    const view = this.read(this.bench.$view);
    const { canvas } = this.read(this.bench.$scene);
    const hasGuides = view.platform !== 'none' && canvas === 'portrait';
    return html`
      <label
        >${words.platform}<select
          name="platform"
          @change=${(event: Event) => this.#set({ platform: valueOf(event) as View['platform'] })}
        >
          <option value="none" .selected=${view.platform === 'none'}>${words.none}</option>
          ${(Object.keys(PLATFORMS) as PlatformName[]).map(
            (name) =>
              html`<option value=${name} .selected=${view.platform === name}>
                ${PLATFORMS[name][this.language]}
              </option>`,
          )}
        </select></label
      >
      ${
        hasGuides && view.platform !== 'none'
          ? html`<span class="badge">${words.known[PLATFORMS[view.platform].known]}</span>`
          : nothing
      }
      <label
        >${words.backdrop}<select
          name="backdrop"
          @change=${(event: Event) => this.#set({ backdrop: valueOf(event) as Backdrop, picture: null })}
        >
          ${BACKDROPS.map(
            (name) =>
              html`<option value=${name} .selected=${!view.picture && view.backdrop === name}>
                ${words.backdrops[name]}
              </option>`,
          )}
          ${view.picture ? html`<option .selected=${true}>${words.ownPicture}</option>` : nothing}
        </select></label
      >
      <label class="file" title=${words.ownPictureLead}
        >${words.ownPicture}<input
          class="visually-hidden"
          type="file"
          accept="image/*"
          @change=${(event: Event) => void this.#look(event)}
      /></label>
      ${this.#check('isSnapping', words.snap)} ${this.#check('hasGrid', words.grid)}
      ${this.#check('isPickingMany', words.many)}
      <span class="zoom" role="group" aria-label=${words.zoom}>
        <button
          type="button"
          aria-label=${words.farther}
          ?disabled=${view.zoom === ZOOMS[0]}
          @click=${() => runCommand(this.bench, { do: 'zoom', by: -1 })}
        >
          −
        </button>
        <button type="button" @click=${() => runCommand(this.bench, { do: 'zoom', by: 0 })}>
          ${view.zoom === 1 ? words.whole : `${view.zoom}×`}
        </button>
        <button
          type="button"
          aria-label=${words.nearer}
          ?disabled=${view.zoom === ZOOMS[ZOOMS.length - 1]}
          @click=${() => runCommand(this.bench, { do: 'zoom', by: 1 })}
        >
          +
        </button>
      </span>
    `;
  }

  #check(name: 'isSnapping' | 'hasGrid' | 'isPickingMany', said: string): TemplateResult {
    return html`<label class="check"
      ><input
        type="checkbox"
        name=${name}
        .checked=${this.bench.$view.get()[name]}
        @change=${(event: Event) => this.#set({ [name]: (event.target as HTMLInputElement).checked })}
      />${said}</label
    >`;
  }

  #set(change: Partial<View>): void {
    this.bench.$view.set({ ...this.bench.$view.get(), ...change });
  }

  /** A screenshot of the room on the host's own phone is the best guide that there is. It stays in this page. */
  async #look(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement; // Only the field listens.
    const [file] = field.files ?? [];
    if (!file) return;
    try {
      this.#set({ picture: await createImageBitmap(file) });
    } catch {
      this.bench.$notice.set(NO_PICTURE);
    }
    field.value = '';
  }
}

const NO_PICTURE = {
  'zh-CN': '这个文件不是能打开的图片：请选手机截图（.png 或 .jpg）。',
  en: 'This file is no picture that can be opened: choose a screenshot of a phone (.png or .jpg).',
};

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value; // Only a field listens.
