import { css, html } from 'lit';
import { controls } from '../../../deck/look/controls.styles.js';
import { inBoth } from '../words/in-both.js';
import { BenchElement } from '../bench/bench-element.js';
import { addItem } from '../draft/edit-items.js';
import { composerWords } from '../words/pick-words.js';
import { panel } from '../look/panel.styles.js';
import { defaultItem } from '../widgets/default-item.js';
import { WIDGET_SHEET, widgetName } from '../widgets/widget-sheet.js';

/**
 * Every widget that a scene may hold, in the words of the widgets' own comments.
 *
 * @tag studio-palette
 */
export class StudioPaletteElement extends BenchElement {
  static readonly tagName = 'studio-palette';
  static override readonly styles = [
    controls,
    panel,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 6px;
      }

      li button {
        display: grid;
        gap: 2px;
        inline-size: 100%;
        block-size: 100%;
        padding: 8px 10px;
        text-align: start;
      }

      small {
        font-weight: 400;
        font-size: 13px;
        line-height: 1.4;
        color: var(--deck-text-quiet);
      }

      button:hover {
        border-color: var(--deck-leaf-text);
      }
    `,
  ];

  protected override render() {
    const { palette } = this.words;
    return html`
      <p class="quiet">${palette.lead}</p>
      <ul>
        ${Object.entries(WIDGET_SHEET).map(
          ([tag, widget]) => html`
            <li>
              <button type="button" data-tag=${tag} @click=${() => this.#add(tag)}>
                ${widgetName(tag, this.language)}<small>${widget[this.language]}</small>
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #add(tag: string): void {
    const { $history, $picked, $notice } = this.bench;
    const scene = $history.get().present;
    const added = addItem(scene, defaultItem(tag, scene.canvas));
    if (!added) return $notice.set(inBoth((language) => composerWords(language).palette.full));
    this.bench.edit(() => added.scene);
    $picked.set(added.picked);
    $notice.set(inBoth((language) => composerWords(language).palette.added(widgetName(tag, language))));
  }
}
