import { FACTS, LIMITS, type Condition, type Fact, type SceneItem } from '@stallcast/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../words/language.js';
import { sharedValue } from '../draft/shared-value.js';
import type { ComposerWords } from '../words/composer-words.js';
import { mixedOption } from './mixed-option.js';

/** Changes each of the items that are picked: one step to undo. */
export type ChangeItems = (change: (item: SceneItem) => SceneItem) => void;

/** One field a fact: whether it has to hold, must not hold, or does not matter. */
export function conditionFields(
  items: readonly SceneItem[],
  words: ComposerWords['item'],
  language: Language,
  change: ChangeItems,
): TemplateResult {
  const set = (fact: Fact, wish: string): void =>
    change(({ when = [], ...item }) => {
      const others = when.filter((one) => one !== fact && one !== `no-${fact}`);
      const next: Condition[] = wish === '' ? others : [...others, wish as Condition];
      return next.length > 0 ? { ...item, when: next } : item;
    });
  const isFull = items.some(({ when = [] }) => when.length >= LIMITS.conditions);
  return html`
    <fieldset>
      <p class="quiet">${words.whenLead}</p>
      ${(Object.keys(FACTS) as Fact[]).map((fact) => {
        const { value, isMixed } = sharedValue(
          items,
          ({ when = [] }) => when.find((one) => one === fact || one === `no-${fact}`) ?? '',
        );
        return html`<label
          >${FACTS[fact][language]}<select
            name="when-${fact}"
            ?disabled=${!isMixed && value === '' && isFull}
            @change=${(event: Event) => set(fact, (event.target as HTMLSelectElement).value)}
          >
            ${isMixed ? mixedOption(words) : nothing}
            <option value="" .selected=${live(!isMixed && value === '')}>${words.always}</option>
            <option value=${fact} .selected=${live(!isMixed && value === fact)}>${words.is}</option>
            <option value="no-${fact}" .selected=${live(!isMixed && value === `no-${fact}`)}>${words.isNot}</option>
          </select></label
        >`;
      })}
    </fieldset>
  `;
}

const TURN_GROUPS = ['side', 'top', 'bottom'];

/** The group in which items take turns, and for how long. */
export function turnFields(
  items: readonly SceneItem[],
  words: ComposerWords['item'],
  change: ChangeItems,
): TemplateResult {
  const group = sharedValue(items, ({ turn }) => turn?.group ?? '');
  const turning = items.filter(({ turn }) => turn);
  const seconds = sharedValue(turning, ({ turn }) => turn?.seconds);
  const groups = [...new Set([...TURN_GROUPS, ...turning.flatMap(({ turn }) => turn?.group ?? [])])];
  return html`
    <fieldset>
      <p class="quiet">${words.turnLead}</p>
      <div class="pair">
        <label
          >${words.turn}<select
            name="turn"
            @change=${(event: Event) => {
              const wish = (event.target as HTMLSelectElement).value; // Only the field listens.
              change(({ turn, ...item }) =>
                wish === '' ? item : { ...item, turn: { group: wish, seconds: turn?.seconds ?? 14 } },
              );
            }}
          >
            ${group.isMixed ? mixedOption(words) : nothing}
            <option value="" .selected=${live(!group.isMixed && group.value === '')}>${words.turnNone}</option>
            ${groups.map(
              (name) =>
                html`<option value=${name} .selected=${live(!group.isMixed && group.value === name)}>
                  ${name in words.turnGroups ? words.turnGroups[name as keyof typeof words.turnGroups] : name}
                </option>`,
            )}
          </select></label
        >
        <label
          >${words.seconds}<input
            type="number"
            name="seconds"
            min=${LIMITS.seconds[0]}
            max=${LIMITS.seconds[1]}
            ?disabled=${turning.length === 0}
            placeholder=${seconds.isMixed ? words.mixed : ''}
            .value=${live(seconds.isMixed ? '' : String(seconds.value ?? ''))}
            @change=${(event: Event) => {
              const wish = Number((event.target as HTMLInputElement).value); // Only the field listens.
              change((item) => (item.turn ? { ...item, turn: { ...item.turn, seconds: wish } } : item));
            }}
        /></label>
      </div>
    </fieldset>
  `;
}
