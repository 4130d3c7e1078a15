import { LIMITS, type SceneItem } from '@stallcast/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../words/language.js';
import { sharedValue } from '../draft/shared-value.js';
import { widgetName } from '../widgets/widget-sheet.js';
import type { ComposerWords } from '../words/composer-words.js';

/** From here down text may be too small on a phone. */
const SMALL_SCALE = 0.8;

/** Fields that a person changes of all that is picked; one that is undefined is taken out. */
export type PatchItems = (fields: Partial<Record<keyof SceneItem, unknown>>) => void;

/** Name, place and size of an item; of several what they share, and of all of them at once. */
export function placeFields(
  items: readonly SceneItem[],
  words: ComposerWords['item'],
  language: Language,
  patch: PatchItems,
): TemplateResult {
  const [item] = items;
  const isLocked = items.every(({ locked }) => locked);
  const number = (
    name: string,
    label: string,
    read: (item: SceneItem) => number | undefined,
    set: (value: number | undefined) => Parameters<PatchItems>[0],
  ): TemplateResult => {
    const { value, isMixed } = sharedValue(items, read);
    return html`
      <label
        >${label}<input
          type="number"
          inputmode="numeric"
          name=${name}
          .value=${live(isMixed || value === undefined ? '' : String(Math.round(value)))}
          placeholder=${isMixed ? words.mixed : words.auto}
          ?disabled=${isLocked}
          @change=${(event: Event) => {
            const { value: text } = event.target as HTMLInputElement; // Only the field listens.
            patch(set(text === '' ? undefined : Number(text)));
          }}
      /></label>
    `;
  };
  return html`
    <fieldset>
      <legend>${words.place}</legend>
      ${items.length === 1 && item ? nameField(item, words, language, patch) : nothing}
      <div class="pair">
        ${number(
          'x',
          words.x,
          ({ x }) => x,
          (x) => (x === undefined ? {} : { x }),
        )}
        ${number(
          'y',
          words.y,
          ({ y }) => y,
          (y) => (y === undefined ? {} : { y }),
        )}
        ${number(
          'width',
          words.width,
          ({ width }) => width,
          (width) => ({ width }),
        )}
        ${number(
          'height',
          words.height,
          ({ height }) => height,
          (height) => ({ height }),
        )}
        ${number(
          'scale',
          words.scale,
          ({ scale = 1 }) => scale * 100,
          (scale = 100) => ({ scale: scale / 100 }),
        )}
      </div>
      ${items.some(({ scale = 1 }) => scale < SMALL_SCALE) ? html`<p class="trouble">${words.small}</p>` : nothing}
    </fieldset>
  `;
}

function nameField(
  { name, tag }: SceneItem,
  words: ComposerWords['item'],
  language: Language,
  patch: PatchItems,
): TemplateResult {
  return html`<label
    >${words.name}<input
      name="name"
      dir="auto"
      maxlength=${LIMITS.name}
      .value=${live(name ?? '')}
      placeholder=${widgetName(tag, language)}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim(); // Only the field listens.
        patch({ name: text || undefined });
      }}
  /></label>`;
}
