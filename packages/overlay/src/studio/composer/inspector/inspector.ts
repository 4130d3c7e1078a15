import { parseScene, type AttributeValue, type Scene, type SceneItem } from '@stallcast/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../../deck/look/controls.styles.js';
import type { Sentence } from '../../../words/language.js';
import { BenchElement } from '../bench/bench-element.js';
import { ALIGNMENTS, alignItems, distributeItems } from '../draft/align-items.js';
import { changeItems, patchItems, setAttribute } from '../draft/edit-items.js';
import type { Picked } from '../draft/pick-items.js';
import { sharedValue } from '../draft/shared-value.js';
import { isGoodsField } from '../goods/stall-goods.js';
import { itemName } from '../layers/item-name.js';
import { runCommand } from '../keys/run-command.js';
import { panel } from '../look/panel.styles.js';
import { WIDGET_SHEET, type SheetField } from '../widgets/widget-sheet.js';
import { attributeField } from './attribute-field.js';
import { conditionFields, turnFields, type ChangeItems } from './condition-fields.js';
import { goodsField } from './goods-field.js';
import goodsStyles from './goods-field.styles.js';
import { placeFields } from './place-fields.js';
import { sharedFields } from './shared-fields.js';

/**
 * What is picked, in fields: place and size, what the widget's own comments tell of its attributes, and when it is on air. Of several
 * the fields that they share: a change is one for all of them, and one step to undo.
 *
 * @tag studio-inspector
 */
export class StudioInspectorElement extends BenchElement {
  static readonly tagName = 'studio-inspector';
  static override readonly styles = [controls, panel, goodsStyles];

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
      ${items.some(({ locked }) => locked) ? html`<p class="trouble">${words.item.lockedNote}</p>` : nothing}
      ${
        this.refused
          ? html`<p class="trouble" role="alert">${words.item.refused}${this.refused[this.language]}</p>`
          : nothing
      }
      ${this.#actions()}
      ${placeFields(items, words.item, this.language, (fields) =>
        this.#try((scene, picked) => patchItems(scene, picked, fields)),
      )}
      ${this.#fields(items)} ${this.#align(items.length)} ${this.#when(items)}
    `;
  }

  #fields(items: readonly SceneItem[]): TemplateResult | typeof nothing {
    const fields = sharedFields(items);
    if (fields.length === 0) return nothing;
    const { item: words } = this.words;
    return html`
      <fieldset>
        <legend>${words.fields}</legend>
        ${fields.map((field) => this.#field(items, field))}
      </fieldset>
    `;
  }

  #field(items: readonly SceneItem[], field: SheetField): TemplateResult {
    const { item: words } = this.words;
    const { name } = field;
    const set = (value: AttributeValue | undefined): void =>
      this.#try((scene, picked) => setAttribute(scene, picked, name, value));
    const goods = this.read(this.bench.$goods);
    if (!goods || !isGoodsField(name) || goods[name].length === 0)
      return attributeField(items, field, words, this.language, set);
    const chosen = sharedValue(items, ({ attributes }) => attributes?.[name]);
    const choices = goods[name];
    return goodsField({ field: { ...field, name }, chosen, choices, words, language: this.language, set });
  }

  #when(items: readonly SceneItem[]): TemplateResult {
    const { item: words } = this.words;
    const change: ChangeItems = (one) => this.#try((scene, picked) => changeItems(scene, picked, one));
    return html`
      <details>
        <summary>${words.when}</summary>
        ${conditionFields(items, words, this.language, change)} ${turnFields(items, words, change)}
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

  /** What a scene file could not say is refused here already, in the same words. */
  #try(change: (scene: Scene, picked: Picked) => Scene): void {
    const { present } = this.bench.$history.get();
    const next = change(present, this.bench.$picked.get());
    const [fault] = parseScene(JSON.stringify(next)).faults;
    this.refused = fault ?? null;
    if (!fault) this.bench.edit(() => next);
    this.requestUpdate();
  }
}
