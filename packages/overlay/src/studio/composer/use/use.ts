import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../../deck/look/controls.styles.js';
import { encodeScene } from '../../../scene-code/scene-code.js';
import { copyText } from '../../copy/copy-text.js';
import type { ScenesInUse } from '../../in-use/in-use.js';
import { dragLink, overlayLink, type StallAddress } from '../../links/studio-links.js';
import { BenchElement } from '../bench/bench-element.js';
import { panel } from '../look/panel.styles.js';

/**
 * The link that shows the scene on air, to drag into OBS, to copy or to open; and the lines for the local pack.
 *
 * @tag studio-use
 */
export class StudioUseElement extends BenchElement {
  static readonly tagName = 'studio-use';
  static override readonly styles = [
    controls,
    panel,
    css`
      .ticket {
        display: flex;
        align-items: center;
        gap: 14px;
        min-block-size: 64px;
        padding: 8px 16px;
        border: 2px dashed var(--deck-leaf-text);
        border-radius: 6px 20px 6px 20px;
        background: var(--deck-leaf-quiet);
        color: inherit;
        text-decoration: none;
        cursor: grab;
      }

      .shape {
        flex: none;
        inline-size: 22px;
        block-size: 38px;
        border: 3px solid var(--deck-leaf-text);
        border-radius: 4px;
      }

      .shape.landscape {
        inline-size: 38px;
        block-size: 22px;
      }

      small {
        display: block;
        font-size: 13px;
      }

      .button {
        display: inline-grid;
        place-items: center;
        border-radius: 8px;
        background: var(--deck-leaf);
        color: var(--deck-on-leaf);
        font-weight: 700;
        text-decoration: none;
      }

      textarea {
        block-size: 96px;
        font:
          13px/1.4 ui-monospace,
          Consolas,
          monospace;
        resize: vertical;
      }
    `,
  ];

  @property({ attribute: false }) address!: StallAddress;

  /** The view key; null until the relay gave it. */
  @property({ attribute: false }) viewKey: string | null = null;

  /** What the studio's links bring. */
  @property({ attribute: false }) inUse!: ScenesInUse;

  /** Another source of data that the links bring, or nothing. */
  @property({ attribute: false }) src = '';

  @state() private code: string | null | undefined;
  @state() private copied = '';
  #coded: unknown = null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const scene = this.bench.$history.get().present;
    if (this.#coded === scene) return;
    this.#coded = scene;
    void encodeScene(scene).then((code) => {
      if (this.#coded === scene) this.code = code;
    });
  }

  protected override render() {
    const { use: words } = this.words;
    this.read(this.bench.$history);
    if (this.code === null) return html`<p class="trouble" role="alert">${words.tooLong}</p>`;
    if (this.code === undefined) return html``;
    return html`
      <p class="quiet">${words.lead}</p>
      ${this.viewKey === null ? html`<p role="status">${words.waiting}</p>` : this.#links(this.code, this.viewKey)}
      <p class="quiet">${words.changed}</p>
      <details>
        <summary>${words.local}</summary>
        <p class="quiet">${words.localLead}</p>
        <textarea readonly aria-label=${words.local} .value=${this.#css(this.code)}></textarea>
        ${this.#copyKey(words.copyCss, this.#css(this.code))}
      </details>
    `;
  }

  #links(code: string, key: string): TemplateResult {
    const { use: words, canvas, untitled } = this.words;
    const scene = this.bench.$history.get().present;
    const dragged = dragLink(this.address, key, this.language, scene.canvas, { scene: code, src: this.src });
    return html`
      <a class="ticket" href=${dragged} draggable="true" @click=${(event: Event) => event.preventDefault()}>
        <span class="shape ${scene.canvas}" aria-hidden="true"></span>
        <span><b>${scene.title ?? untitled}</b><small>${canvas[scene.canvas]} · ${words.ticket}</small></span>
      </a>
      <div class="row">
        ${this.#copyKey(words.copy, dragged)}
        <a
          class="button open"
          href=${overlayLink(this.address, key, this.language, { scene: code, src: this.src })}
          target="_blank"
          rel="noopener"
          @click=${() => this.bench.keepVersion()}
          >${words.open}</a
        >
      </div>
    `;
  }

  #css(code: string): string {
    return `body { --stall-scene: "${code}"; }`;
  }

  #copyKey(label: string, text: string): TemplateResult {
    return html`<button
      type="button"
      @click=${async () => {
        this.bench.keepVersion();
        if (await copyText(text)) this.copied = text;
      }}
    >
      ${this.copied === text ? this.words.use.copied : label}
    </button>`;
  }
}
