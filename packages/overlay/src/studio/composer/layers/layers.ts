import type { SceneItem } from '@stallcast/elements';
import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../../deck/look/controls.styles.js';
import { BenchElement } from '../bench/bench-element.js';
import { patchItems, toggleItems } from '../draft/edit-items.js';
import { drawnOrder, reorderItems } from '../draft/order-items.js';
import { pickItem } from '../draft/pick-items.js';
import { keyCommand } from '../keys/key-command.js';
import { runCommand } from '../keys/run-command.js';
import { panel } from '../look/panel.styles.js';
import { itemName } from './item-name.js';

/**
 * The layers, the uppermost first: to choose, rename, reorder, lock and hide, by keyboard too.
 *
 * @tag studio-layers
 */
export class StudioLayersElement extends BenchElement {
  static readonly tagName = 'studio-layers';
  static override readonly styles = [
    controls,
    panel,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto auto auto;
        gap: 2px;
        align-items: center;
        border-block-end: 1px solid var(--deck-line);
      }

      li > button {
        min-block-size: 40px;
        border-color: transparent;
        background: transparent;
      }

      .pick {
        overflow: hidden;
        padding-inline: 5px;
        text-align: start;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }

      .pick[aria-pressed='true'] {
        background: transparent;
        color: var(--deck-leaf-text);
      }

      svg {
        display: inline-block;
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
        vertical-align: middle;
      }

      .mark:not([aria-pressed='true']) svg {
        opacity: 0.62;
      }

      .pick small {
        display: block;
        overflow: hidden;
        font-size: 12px;
        text-overflow: ellipsis;
        font-weight: 400;
        color: var(--deck-text-quiet);
      }

      .picked {
        background: var(--deck-leaf-quiet);
      }

      .mark {
        inline-size: 30px;
        padding: 0;
        font-size: 16px;
      }

      .mark[aria-pressed='true'] {
        background: var(--deck-leaf);
        color: var(--deck-on-leaf);
      }

      .off .pick {
        color: var(--deck-text-quiet);
      }
    `,
  ];

  @state() private renamed = '';

  protected override render() {
    const { words } = this;
    const items = drawnOrder(this.read(this.bench.$scene)).reverse();
    const picked = this.read(this.bench.$picked);
    const frames = this.read(this.bench.$frames);
    return html`
      <p class="quiet">${items.length > 0 ? words.layers.lead : words.layers.none}</p>
      <ul @keydown=${this.#press}>
        ${items.map((item, index) =>
          this.#row(item, picked.has(item.id), frames.has(item.id), index === 0, index === items.length - 1),
        )}
      </ul>
    `;
  }

  #row(item: SceneItem, isPicked: boolean, isOnAir: boolean, isTop: boolean, isBottom: boolean): TemplateResult {
    const { layers, canvas } = this.words;
    const name = itemName(item, this.language);
    const groups = [
      ...new Set(
        this.bench.$scene
          .get()
          .items.map(({ group }) => group)
          .filter(Boolean),
      ),
    ];
    const notes = [
      ...(item.group === undefined ? [] : [layers.group(groups.indexOf(item.group) + 1)]),
      ...(isOnAir ? [] : [canvas.offAir]),
    ];
    const only = new Set([item.id]);
    return html`
      <li class="${isPicked ? 'picked' : ''} ${isOnAir ? '' : 'off'}">
        ${
          this.renamed === item.id
            ? html`<input
                aria-label="${layers.rename}: ${name}"
                dir="auto"
                maxlength="40"
                .value=${item.name ?? ''}
                placeholder=${name}
                @keydown=${(event: KeyboardEvent) => {
                  event.stopPropagation();
                  // While a name is spelled out, Enter and Escape are the input method's.
                  if (event.isComposing) return;
                  if (event.key === 'Enter' || event.key === 'Escape') this.#rename(item, event);
                }}
                @blur=${(event: Event) => this.#rename(item, event)}
              />`
            : html`<button
                type="button"
                class="pick"
                aria-pressed=${isPicked}
                title="${layers.rename}: F2"
                @click=${(event: MouseEvent) => this.#pick(event, item)}
                @dblclick=${() => this.#beginRename(item)}
                @keydown=${(event: KeyboardEvent) => {
                  if (event.key === 'F2') this.#beginRename(item);
                }}
              >
                <bdi>${name}</bdi>${notes.length > 0 ? html`<small>${notes.join(' · ')}</small>` : ''}
              </button>`
        }
        ${this.#key('▲', `${layers.up}: ${name}`, isTop, () => this.bench.edit((scene) => reorderItems(scene, only, 1)))}
        ${this.#key('▼', `${layers.down}: ${name}`, isBottom, () => this.bench.edit((scene) => reorderItems(scene, only, -1)))}
        ${this.#mark(LOCK, `${layers.lock}: ${name}`, item.locked, () => this.bench.edit((scene) => toggleItems(scene, only, 'locked')))}
        ${this.#mark(HIDDEN, `${layers.hide}: ${name}`, item.hidden, () => this.bench.edit((scene) => toggleItems(scene, only, 'hidden')))}
      </li>
    `;
  }

  #key(sign: string, label: string, isOff: boolean, press: () => void): TemplateResult {
    return html`<button
      type="button"
      class="mark"
      aria-label=${label}
      title=${label}
      ?disabled=${isOff}
      @click=${press}
    >
      ${sign}
    </button>`;
  }

  #mark(sign: SVGTemplateResult, label: string, isOn: boolean | undefined, press: () => void): TemplateResult {
    return html`<button
      type="button"
      class="mark"
      aria-label=${label}
      title=${label}
      aria-pressed=${isOn ?? false}
      @click=${press}
    >
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">${sign}</svg>
    </button>`;
  }

  #pick(event: MouseEvent, { id }: SceneItem): void {
    const { $history, $picked } = this.bench;
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
    $picked.set(pickItem($history.get().present, $picked.get(), id, { isMore, isAlone: true }));
  }

  #beginRename({ id }: SceneItem): void {
    this.renamed = id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('li input')?.focus());
  }

  #rename({ id }: SceneItem, event: Event): void {
    if (this.renamed !== id) return;
    this.renamed = '';
    const isGivenUp = event instanceof KeyboardEvent && event.key === 'Escape';
    const name = (event.target as HTMLInputElement).value.trim(); // Only the field above listens.
    if (!isGivenUp) this.bench.edit((scene) => patchItems(scene, new Set([id]), { name: name || undefined }));
  }

  #press(event: KeyboardEvent): void {
    const command = keyCommand(event);
    if (!command || command.do === 'move' || command.do === 'resize') return;
    event.preventDefault();
    event.stopPropagation();
    runCommand(this.bench, command);
  }
}

const LOCK = svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`;
const HIDDEN = svg`<path d="M3 12s3.2-6 9-6 9 6 9 6-3.2 6-9 6-9-6-9-6z"/><circle cx="12" cy="12" r="2.4"/><path d="M4 20 20 4"/>`;
