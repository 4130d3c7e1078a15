import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../words/language.js';
import type { SharedValue } from '../draft/shared-value.js';
import type { Choice, StallGoods } from '../goods/stall-goods.js';
import type { SheetField } from '../widgets/widget-sheet.js';
import type { ComposerWords } from '../words/composer-words.js';

export interface GoodsField {
  field: SheetField & { name: keyof StallGoods };
  /** What is chosen; ids with blanks between where there may be several. */
  chosen: SharedValue<unknown>;
  choices: readonly Choice[];
  words: ComposerWords['item'];
  language: Language;
  set: (value: string | undefined) => void;
}

/** Chooses by name and picture what the stall has. An id that it has not is shown as it is, and any may still be typed. */
export function goodsField({ field, chosen, choices, words, language, set }: GoodsField): TemplateResult {
  const { name } = field;
  const isSeveral = name === 'product-ids';
  const text = chosen.isMixed || typeof chosen.value !== 'string' ? '' : chosen.value;
  const ids = isSeveral ? text.split(/\s+/).filter((id) => id !== '') : text === '' ? [] : [text];
  const strangers = ids.filter((id) => !choices.some((one) => one.id === id));
  const all = [...choices, ...strangers.map((id) => ({ id, title: `${id} (${words.notInStall})`, picture: null }))];
  const label = words.goods[name];
  const choose = (id: string, isOn: boolean): void => {
    const next = isSeveral ? [...ids.filter((one) => one !== id), ...(isOn ? [id] : [])] : [id];
    set(next.join(' ') || undefined);
  };
  return html`
    <fieldset class="goods" data-goods=${name}>
      <legend>${label}${chosen.isMixed ? ` (${words.mixed})` : nothing}</legend>
      <span class="quiet">${field[language]}</span>
      <div class="choices">
        <label class="choice"
          ><input
            type=${isSeveral ? 'checkbox' : 'radio'}
            name="${name}-choice"
            value=""
            .checked=${live(!chosen.isMixed && ids.length === 0)}
            @change=${() => set(undefined)}
          /><span class="picture"></span><span>${words.anyOfStall}</span></label
        >
        ${all.map(
          ({ id, title, picture }) => html`
            <label class="choice"
              ><input
                type=${isSeveral ? 'checkbox' : 'radio'}
                name="${name}-choice"
                value=${id}
                .checked=${live(ids.includes(id))}
                @change=${(event: Event) => choose(id, (event.target as HTMLInputElement).checked)}
              /><span class="picture"
                >${picture === null ? nothing : html`<img src=${picture} alt="" loading="lazy" width="32" height="32" />`}</span
              ><bdi>${title}</bdi></label
            >
          `,
        )}
      </div>
      <details>
        <summary>${words.typeId}</summary>
        <input
          name=${name}
          aria-label=${words.typeId}
          dir="auto"
          .value=${live(text)}
          placeholder=${chosen.isMixed ? words.mixed : ''}
          @change=${(event: Event) => set((event.target as HTMLInputElement).value.trim() || undefined)}
        />
      </details>
    </fieldset>
  `;
}
