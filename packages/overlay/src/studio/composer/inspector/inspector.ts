import { LIMITS, parseScene, type AttributeValue, type SceneItem } from '@stallcast/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../../deck/look/controls.styles.js';
import type { Sentence } from '../../../words/language.js';
import { BenchElement } from '../bench/bench-element.js';
import { ALIGNMENTS, alignItems, distributeItems } from '../draft/align-items.js';
import { patchItems, setAttribute } from '../draft/edit-items.js';
import { itemName } from '../layers/item-name.js';
import { runCommand } from '../keys/run-command.js';
import { panel } from '../look/panel.styles.js';
import { fieldWord, WIDGET_SHEET, widgetName, type SheetField } from '../widgets/widget-sheet.js';
import { conditionFields, turnFields } from './condition-fields.js';

/** From here down text may be too small on a phone. */
const SMALL_SCALE = 0.8;

/**
 * What is picked, in fields: place and size, what the widget's own comments tell of its attributes, and when it is on air.
 *
 * @tag studio-inspector
 */
export class StudioInspectorElement extends BenchElement {
  static readonly tagName = 'studio-inspector';
  static override readonly styles = [controls, panel];

  @state() private refused: Sentence | null = null;

  protected override render() {
    const { words } = this;
    const scene = this.read(this.bench.$scene);
    const picked = this.read(this.bench.$picked);
    const items = scene.items.filter(({ id }) => picked.has(id));
    const [item] = items;
    if (!item) return html`<p class="quiet">${words.item.none}</p>`;
    return html`
      <h2>${items.length > 1 ? words.item.several(items.length) : itemName(item, this.language)}</h2>
      ${items.length === 1 ? html`<p class="quiet">${WIDGET_SHEET[item.tag]?.[this.language]}</p>` : nothing}
      ${item.locked ? html`<p class="trouble">${words.item.lockedNote}</p>` : nothing}
      ${
        this.refused
          ? html`<p class="trouble" role="alert">${words.item.refused}${this.refused[this.language]}</p>`
          : nothing
      }
      ${this.#actions()} ${items.length === 1 ? [this.#place(item), this.#fields(item)] : nothing}
      ${this.#align(items.length)} ${items.length === 1 ? this.#when(item) : nothing}
    `;
  }

  #place(item: SceneItem): TemplateResult {
    const { item: words } = this.words;
    const number = (
      label: string,
      value: number | undefined,
      set: (value: number | undefined) => Partial<SceneItem>,
    ) => html`
      <label
        >${label}<input
          type="number"
          inputmode="numeric"
          .value=${value === undefined ? '' : String(Math.round(value))}
          placeholder=${words.auto}
          ?disabled=${item.locked ?? false}
          @change=${(event: Event) => {
            const { value: text } = event.target as HTMLInputElement; // Only the field listens.
            this.#patch(item, set(text === '' ? undefined : Number(text)));
          }}
      /></label>
    `;
    return html`
      <fieldset>
        <legend>${words.place}</legend>
        <label
          >${words.name}<input
            maxlength=${LIMITS.name}
            .value=${item.name ?? ''}
            placeholder=${widgetName(item.tag, this.language)}
            @change=${(event: Event) => {
              const name = (event.target as HTMLInputElement).value.trim(); // Only the field listens.
              this.#patch(item, { name: name || undefined } as Partial<SceneItem>);
            }}
        /></label>
        <div class="pair">
          ${number(words.x, item.x, (x) => ({ x: x ?? item.x }))}
          ${number(words.y, item.y, (y) => ({ y: y ?? item.y }))}
          ${number(words.width, item.width, (width) => ({ width }) as Partial<SceneItem>)}
          ${number(words.height, item.height, (height) => ({ height }) as Partial<SceneItem>)}
          ${number(words.scale, (item.scale ?? 1) * 100, (scale) => ({ scale: (scale ?? 100) / 100 }))}
        </div>
        ${(item.scale ?? 1) < SMALL_SCALE ? html`<p class="trouble">${words.small}</p>` : nothing}
      </fieldset>
    `;
  }

  #fields(item: SceneItem): TemplateResult | typeof nothing {
    const fields = WIDGET_SHEET[item.tag]?.fields ?? [];
    if (fields.length === 0) return nothing;
    return html`
      <fieldset>
        <legend>${this.words.item.fields}</legend>
        ${fields.map((field) => this.#field(item, field))}
      </fieldset>
    `;
  }

  #field(item: SceneItem, field: SheetField): TemplateResult {
    const { name, kind, of = [], without } = field;
    const value = item.attributes?.[name];
    const label = fieldWord(name, this.language);
    const hint = html`<span class="quiet">${field[this.language]}</span>`;
    const set = (next: AttributeValue | undefined): void => this.#setAttribute(item, name, next);
    if (kind === 'flag')
      return html`<label class="check"
          ><input
            type="checkbox"
            name=${name}
            .checked=${value === true}
            @change=${(event: Event) => set((event.target as HTMLInputElement).checked || undefined)}
          />${label}</label
        >${hint}`;
    if (kind === 'choice') {
      const standard = without === undefined ? '' : ` (${fieldWord(without, this.language)})`;
      return html`<label
        >${label}<select
          name=${name}
          @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}
        >
          <option value="" .selected=${value === undefined}>${this.words.item.standard}${standard}</option>
          ${of.map((word) => html`<option value=${word} .selected=${value === word}>${fieldWord(word, this.language)}</option>`)}</select
        >${hint}</label
      >`;
    }
    return html`<label
      >${label}<input
        type=${kind === 'number' ? 'number' : 'text'}
        name=${name}
        .value=${value === undefined ? '' : String(value)}
        placeholder=${without ?? ''}
        @change=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value.trim(); // Only the field listens.
          set(text === '' ? undefined : kind === 'number' ? Number(text) : text);
        }}
      />${hint}</label
    >`;
  }

  #when(item: SceneItem): TemplateResult {
    const { item: words } = this.words;
    const patch = (fields: Partial<SceneItem>): void => this.#patch(item, fields);
    return html`
      <details>
        <summary>${words.when}</summary>
        ${conditionFields(item, words, this.language, patch)} ${turnFields(item, words, patch)}
      </details>
    `;
  }

  #align(count: number): TemplateResult {
    const { item: words } = this.words;
    const { bench } = this;
    const frames = () => bench.$frames.get();
    const picked = () => bench.$picked.get();
    return html`
      <fieldset>
        <legend>${words.align}</legend>
        <div class="row">
          ${ALIGNMENTS.map(
            (to) =>
              html`<button
                type="button"
                @click=${() => bench.edit((scene) => alignItems(scene, frames(), picked(), to))}
              >
                ${words.alignments[to]}
              </button>`,
          )}
          ${(['x', 'y'] as const).map(
            (axis) =>
              html`<button
                type="button"
                ?disabled=${count < 3}
                @click=${() => bench.edit((scene) => distributeItems(scene, frames(), picked(), axis))}
              >
                ${axis === 'x' ? words.spreadX : words.spreadY}
              </button>`,
          )}
        </div>
      </fieldset>
    `;
  }

  #actions(): TemplateResult {
    const { item: words, layers } = this.words;
    const key = (label: string, command: 'duplicate' | 'group' | 'ungroup' | 'lock' | 'hide' | 'remove') => html`
      <button
        type="button"
        class=${command === 'remove' ? 'danger' : ''}
        @click=${() => runCommand(this.bench, { do: command })}
      >
        ${label}
      </button>
    `;
    return html`
      <div class="row">
        ${key(words.duplicate, 'duplicate')} ${key(words.group, 'group')} ${key(words.ungroup, 'ungroup')}
        ${key(layers.lock, 'lock')} ${key(layers.hide, 'hide')} ${key(words.remove, 'remove')}
      </div>
    `;
  }

  #patch(item: SceneItem, fields: Partial<SceneItem>): void {
    this.#try({ ...item, ...fields }, () => this.bench.edit((scene) => patchItems(scene, new Set([item.id]), fields)));
  }

  #setAttribute(item: SceneItem, name: string, value: AttributeValue | undefined): void {
    const attributes = { ...item.attributes, ...(value !== undefined && { [name]: value }) };
    this.#try({ ...item, attributes }, () =>
      this.bench.edit((scene) => setAttribute(scene, new Set([item.id]), name, value)),
    );
  }

  /** What a scene file could not say is refused here already, in the same words. */
  #try(item: SceneItem, change: () => void): void {
    const file = { version: 1, canvas: this.bench.$scene.get().canvas, items: [item] };
    const [fault] = parseScene(JSON.parse(JSON.stringify(file))).faults;
    this.refused = fault ?? null;
    if (!fault) change();
    else this.requestUpdate();
  }
}
