import type { AttributeValue, SceneItem } from '@stallcast/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../words/language.js';
import { sharedValue } from '../draft/shared-value.js';
import { fieldWord, type SheetField } from '../widgets/widget-sheet.js';
import type { ComposerWords } from '../words/composer-words.js';
import { mixedOption } from './mixed-option.js';

/** A field for one attribute of an item, or of several that share it; `set` takes undefined for taking it away. */
export function attributeField(
  items: readonly SceneItem[],
  field: SheetField,
  words: ComposerWords['item'],
  language: Language,
  set: (value: AttributeValue | undefined) => void,
): TemplateResult {
  const { name, kind, of = [], without } = field;
  const { value, isMixed } = sharedValue(items, ({ attributes }) => attributes?.[name]);
  const label = fieldWord(name, language);
  const hint = html`<span class="quiet">${field[language]}</span>`;
  if (kind === 'flag')
    return html`<label class="check"
        ><input
          type="checkbox"
          name=${name}
          .indeterminate=${live(isMixed)}
          .checked=${live(!isMixed && value === true)}
          @change=${(event: Event) => set((event.target as HTMLInputElement).checked || undefined)}
        />${label}${isMixed ? ` (${words.mixed})` : nothing}</label
      >${hint}`;
  if (kind === 'choice') {
    const standard = without === undefined ? '' : ` (${fieldWord(without, language)})`;
    return html`<label
      >${label}<select
        name=${name}
        @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}
      >
        ${isMixed ? mixedOption(words) : nothing}
        <option value="" .selected=${live(!isMixed && value === undefined)}>${words.standard}${standard}</option>
        ${of.map(
          (word) =>
            html`<option value=${word} .selected=${live(!isMixed && value === word)}>
              ${fieldWord(word, language)}
            </option>`,
        )}</select
      >${hint}</label
    >`;
  }
  return html`<label
    >${label}<input
      type=${kind === 'number' ? 'number' : 'text'}
      name=${name}
      dir="auto"
      .value=${live(isMixed || value === undefined ? '' : String(value))}
      placeholder=${isMixed ? words.mixed : (without ?? '')}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim(); // Only the field listens.
        set(text === '' ? undefined : kind === 'number' ? Number(text) : text);
      }}
    />${hint}</label
  >`;
}
