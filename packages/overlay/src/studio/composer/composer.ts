import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import { palette } from '../../deck/look/palette.styles.js';
import { ComposeEvent, LanguageSwitchEvent } from '../app/studio-app.events.js';
import { studioWords } from '../words/studio-words.js';
import type { ScenesInUse } from '../in-use/in-use.js';
import type { StallAddress } from '../links/studio-links.js';
import { BenchElement } from './bench/bench-element.js';
import { fetchGoods } from './goods/stall-goods.js';
import { keyCommand } from './keys/key-command.js';
import { runCommand } from './keys/run-command.js';
import { panel } from './look/panel.styles.js';
import { followInUse, useScene } from './use/use-scene.js';
import styles from './composer.styles.js';

const SIDES = { left: ['widgets', 'layers', 'scenes'], right: ['item', 'theme', 'test', 'use'] } as const;

type Side = keyof typeof SIDES;
type Tab = (typeof SIDES)[Side][number];

/**
 * The studio's composer: the canvas in the middle, what there is on its left, how it is on its right.
 *
 * @tag studio-composer
 *
 * @fires {ComposeEvent} studio-compose - The host goes back to the steps.
 * @fires {LanguageSwitchEvent} studio-language-switch - The other language was chosen.
 */
export class StudioComposerElement extends BenchElement {
  static readonly tagName = 'studio-composer';
  static override readonly styles = [palette, controls, panel, styles];

  @property({ attribute: false }) address!: StallAddress;

  /** The view key; null until the relay gave it. */
  @property({ attribute: false }) viewKey: string | null = null;

  /** What the studio's links bring. */
  @property({ attribute: false }) inUse!: ScenesInUse;

  /** Another source of data that the links bring, or nothing. */
  @property({ attribute: false }) src = '';

  @state() private chosen: Record<Side, Tab> = { left: 'scenes', right: 'item' };
  @state() private isShowingKeys = false;
  #forget: (() => void) | undefined;

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.#forget = followInUse(this.bench, this.inUse);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    document.title = `Stallcast · ${this.words.title}`;
    if (changed.has('viewKey') || changed.has('src') || changed.has('bench')) void this.#learn();
  }

  protected override render() {
    const { words } = this;
    const { past, future } = this.read(this.bench.$history);
    const notice = this.read(this.bench.$notice);
    return html`
      <header class="bar" @keydown=${this.#press}>
        <button type="button" class="plain" @click=${() => this.dispatchEvent(new ComposeEvent(false))}>
          ← ${words.back}
        </button>
        <h1>${this.read(this.bench.$scene).title ?? words.untitled}</h1>
        <button type="button" ?disabled=${past.length === 0} @click=${this.bench.undo}>${words.undo}</button>
        <button type="button" ?disabled=${future.length === 0} @click=${this.bench.redo}>${words.redo}</button>
        <button
          type="button"
          aria-expanded=${this.isShowingKeys}
          @click=${() => (this.isShowingKeys = !this.isShowingKeys)}
        >
          ${words.keys}
        </button>
        <button type="button" class="plain" @click=${() => this.dispatchEvent(new LanguageSwitchEvent())}>
          ${studioWords(this.language).otherLanguage}
        </button>
        <button type="button" class="primary" @click=${() => void this.#use()}>${words.useThis}</button>
      </header>
      <div class="bench" @keydown=${this.#press}>
        ${this.#side('left')}
        <main class="stage" aria-label=${words.canvas.label}>
          <studio-view-bar .bench=${this.bench}></studio-view-bar>
          <studio-canvas .bench=${this.bench}></studio-canvas>
          <p class="notice" role="status">${notice?.[this.language]}</p>
          ${this.isShowingKeys ? this.#keys() : nothing}
        </main>
        ${this.#side('right')}
      </div>
    `;
  }

  /** Asks what the stall has, to choose from and to see on the canvas. Another source of data has ids of its own, which nobody here knows. */
  async #learn(): Promise<void> {
    const { bench, viewKey, src, address } = this;
    const known = viewKey === null || src !== '' ? null : await fetchGoods(address.origin, address.stall, viewKey);
    if (bench !== this.bench || viewKey !== this.viewKey || src !== this.src) return;
    bench.$goods.set(known?.goods ?? null);
    if (known) await bench.stage.lend(known.state);
  }

  #keys(): TemplateResult {
    return html`
      <div class="keys" role="region" aria-label=${this.words.keys}>
        <dl>
          ${this.words.keyList.map(
            ([keys, does]) =>
              html`<dt><kbd>${keys}</kbd></dt>
                <dd>${does}</dd>`,
          )}
        </dl>
        <button type="button" @click=${() => (this.isShowingKeys = false)}>${this.words.close}</button>
      </div>
    `;
  }

  #side(side: Side): TemplateResult {
    const { words } = this;
    const chosen = this.chosen[side];
    const tabs: readonly Tab[] = SIDES[side];
    return html`
      <aside class=${side} aria-label=${words[side]}>
        <div
          class="tabs"
          role="tablist"
          aria-label=${words[side]}
          @keydown=${(event: KeyboardEvent) => this.#turn(event, side)}
        >
          ${tabs.map(
            (tab) => html`
              <button
                type="button"
                role="tab"
                id="tab-${tab}"
                aria-selected=${tab === chosen}
                aria-controls="panel-${side}"
                tabindex=${tab === chosen ? 0 : -1}
                @click=${() => this.#choose(side, tab)}
              >
                ${words.tabs[tab]}
              </button>
            `,
          )}
        </div>
        <div class="panel" role="tabpanel" id="panel-${side}" aria-labelledby="tab-${chosen}" tabindex="-1">
          ${this.#panel(chosen)}
        </div>
      </aside>
    `;
  }

  #panel(tab: Tab): TemplateResult {
    const { bench } = this;
    switch (tab) {
      case 'widgets':
        return html`<studio-palette .bench=${bench}></studio-palette>`;
      case 'layers':
        return html`<studio-layers .bench=${bench}></studio-layers>`;
      case 'scenes':
        return html`<studio-scenes .bench=${bench}></studio-scenes>`;
      case 'item':
        return this.read(bench.$picked).size === 0
          ? html`<studio-overview .bench=${bench}></studio-overview>`
          : html`<studio-inspector .bench=${bench}></studio-inspector>`;
      case 'theme':
        return html`<studio-tuner .bench=${bench}></studio-tuner>`;
      case 'test':
        return html`<studio-tests .bench=${bench}></studio-tests>`;
      case 'use':
        return html`<studio-use
          .bench=${bench}
          .address=${this.address}
          .viewKey=${this.viewKey}
          .inUse=${this.inUse}
          .src=${this.src}
        ></studio-use>`;
    }
  }

  /** The scene goes on air by the steps' own tags. */
  async #use(): Promise<void> {
    if (await useScene(this.bench, this.inUse)) this.dispatchEvent(new ComposeEvent(false));
  }

  #choose(side: Side, tab: Tab): void {
    this.chosen = { ...this.chosen, [side]: tab };
  }

  /** Arrow keys go from tab to tab. */
  #turn(event: KeyboardEvent, side: Side): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const tabs: readonly Tab[] = SIDES[side];
    const next = tabs[(tabs.indexOf(this.chosen[side]) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    this.#choose(side, next);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  }

  /** Undo and redo work everywhere but in a field for text, which has its own. */
  readonly #press = (event: KeyboardEvent): void => {
    const command = keyCommand(event);
    if (command?.do !== 'undo' && command?.do !== 'redo') return;
    if (hasOwnUndo(event.composedPath()[0])) return;
    event.preventDefault();
    runCommand(this.bench, command);
  };
}

/** Fields that are not typed in: a browser takes nothing back there. */
const UNTYPED = ['range', 'color', 'checkbox', 'radio', 'file'];

const hasOwnUndo = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !UNTYPED.includes(target.type));
