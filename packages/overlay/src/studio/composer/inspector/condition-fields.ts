import { FACTS, LIMITS, type Condition, type Fact, type SceneItem } from '@stallcast/elements';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../words/language.js';
import type { ComposerWords } from '../words/composer-words.js';

type Patch = (fields: Partial<SceneItem>) => void;

/** One field a fact: whether it has to hold, must not hold, or does not matter. */
export function conditionFields(
  item: SceneItem,
  words: ComposerWords['item'],
  language: Language,
  patch: Patch,
): TemplateResult {
  const when = item.when ?? [];
  const set = (fact: Fact, wish: string): void => {
    const others = when.filter((one) => one !== fact && one !== `no-${fact}`);
    const next: Condition[] = wish === '' ? others : [...others, wish as Condition];
    patch({ when: next.length > 0 ? next : undefined } as Partial<SceneItem>);
  };
  return html`
    <fieldset>
      <p class="quiet">${words.whenLead}</p>
      ${(Object.keys(FACTS) as Fact[]).map((fact) => {
        const value = when.find((one) => one === fact || one === `no-${fact}`) ?? '';
        return html`<label
          >${FACTS[fact][language]}<select
            ?disabled=${value === '' && when.length >= LIMITS.conditions}
            @change=${(event: Event) => set(fact, (event.target as HTMLSelectElement).value)}
          >
            <option value="" .selected=${value === ''}>${words.always}</option>
            <option value=${fact} .selected=${value === fact}>${words.is}</option>
            <option value="no-${fact}" .selected=${value === `no-${fact}`}>${words.isNot}</option>
          </select></label
        >`;
      })}
    </fieldset>
  `;
}

const TURN_GROUPS = ['side', 'top', 'bottom'];

/** The group in which an item takes turns, and for how long. */
export function turnFields(item: SceneItem, words: ComposerWords['item'], patch: Patch): TemplateResult {
  const { turn } = item;
  const groups = [...new Set([...TURN_GROUPS, ...(turn ? [turn.group] : [])])];
  return html`
    <fieldset>
      <p class="quiet">${words.turnLead}</p>
      <div class="pair">
        <label
          >${words.turn}<select
            @change=${(event: Event) => {
              const group = (event.target as HTMLSelectElement).value;
              patch({ turn: group ? { group, seconds: turn?.seconds ?? 14 } : undefined } as Partial<SceneItem>);
            }}
          >
            <option value="" .selected=${!turn}>${words.turnNone}</option>
            ${groups.map(
              (group) =>
                html`<option value=${group} .selected=${turn?.group === group}>
                  ${group in words.turnGroups ? words.turnGroups[group as keyof typeof words.turnGroups] : group}
                </option>`,
            )}
          </select></label
        >
        <label
          >${words.seconds}<input
            type="number"
            min=${LIMITS.seconds[0]}
            max=${LIMITS.seconds[1]}
            ?disabled=${!turn}
            .value=${turn ? String(turn.seconds) : ''}
            @change=${(event: Event) => {
              const seconds = Number((event.target as HTMLInputElement).value);
              if (turn) patch({ turn: { ...turn, seconds } });
            }}
        /></label>
      </div>
    </fieldset>
  `;
}
