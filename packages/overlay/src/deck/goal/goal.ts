import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { STALL_SCOPE, type Goal } from '@stallcast/protocol';
import { parseCount, parseJin, parsePrice } from '../add-sheet/parse-fields.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { amountOfGoal, raisedTargets } from './derive-goal.js';
import styles from './goal.styles.js';

const METRICS: readonly Goal['metric'][] = ['net-amount', 'orders', 'units', 'mass'];

/**
 * Shows what the evening is to reach and how far it is, raises it at a press, and tells when a refund took it back.
 *
 * @tag deck-goal
 */
export class DeckGoalElement extends DeskElement {
  static readonly tagName = 'deck-goal';
  static override readonly styles = [controls, fields, styles];

  @state() private editing = false;
  @state() private metric: Goal['metric'] = 'net-amount';
  @state() private amount = '';
  @state() private wrong = false;
  /** Goals that were reached while this deck looked on. */
  readonly #wereReached = new Set<string>();

  protected override render() {
    const { goal: words } = this.words.show;
    const goals = (this.read(this.desk.store.$session)?.goals ?? []).filter(({ scope }) => this.#concerns(scope));
    return html`
      <section aria-labelledby="title">
        <div class="heading">
          <h2 id="title">${words.title}</h2>
          ${
            this.editing
              ? nothing
              : html`<button class="plain" type="button" @click=${() => this.#edit(goals[0])}>
                  ${goals.length === 0 ? words.set : words.change}
                </button>`
          }
        </div>
        ${goals.length === 0 && !this.editing ? html`<p class="quiet">${words.none}</p>` : nothing}
        ${goals.map((goal) => this.#goal(goal))} ${this.editing ? this.#form(goals[0]) : nothing}
      </section>
    `;
  }

  #goal(goal: Goal): TemplateResult {
    const { goal: words } = this.words.show;
    const view = amountOfGoal(goal, this.read(this.desk.store.$totalsOf(goal.scope)), words);
    if (view.isReached) this.#wereReached.add(goal.id);
    const fell = !view.isReached && this.#wereReached.has(goal.id);
    const raised = raisedTargets(goal).map((target) => ({ ...goal, target }));
    return html`
      <div class="goal">
        <p class="figure">
          <b>${words.of(view.now, view.target)}</b>
          ${goal.scope === STALL_SCOPE ? nothing : html`<span class="quiet">${words.inRoom(this.#titleOf(goal.scope))}</span>`}
        </p>
        <progress max="1" value=${view.share} aria-label=${goal.title ?? words.title}></progress>
        <p class=${fell ? 'fell' : 'quiet'} role="status">
          ${view.isReached ? words.reached : fell ? words.fallen(view.missing) : words.missing(view.missing)}
        </p>
        <div class="raise">
          ${raised.map(
            (higher) => html`
              <button type="button" class="figure" @click=${() => this.desk.send('set-goal', { goal: higher })}>
                ${words.raiseTo(amountOfGoal(higher, this.desk.store.$totalsOf(goal.scope).get(), words).target)}
              </button>
            `,
          )}
        </div>
      </div>
    `;
  }

  #form(before: Goal | undefined): TemplateResult {
    const { goal: words } = this.words.show;
    const { metric } = this;
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => this.#save(event, before)}>
        <div class="metrics" role="group" aria-label=${words.metric}>
          ${METRICS.map(
            (each) =>
              html`<button type="button" aria-pressed=${metric === each} @click=${() => (this.metric = each)}>
                ${words.metrics[each]}
              </button>`,
          )}
        </div>
        ${drawField({
          name: 'amount',
          label: words.target[metric],
          text: this.amount,
          hint: '',
          error: this.wrong ? words.bad : undefined,
          keyboard: 'decimal',
          maxLength: 12,
          onInput: (text) => {
            this.amount = text;
            this.wrong = false;
          },
        })}
        <div class="ends">
          <button class="wide" type="button" @click=${() => (this.editing = false)}>${words.back}</button>
          <button class="primary wide" type="submit">${words.save}</button>
        </div>
      </form>
    `;
  }

  #concerns(scope: string): boolean {
    const room = this.read(this.desk.store.$room)?.id;
    return room === undefined || scope === STALL_SCOPE || scope === room;
  }

  #titleOf(roomId: string): string {
    return this.desk.store.$rooms.get().find(({ id }) => id === roomId)?.title ?? roomId;
  }

  #edit(goal: Goal | undefined): void {
    this.metric = goal?.metric ?? 'net-amount';
    this.amount = '';
    this.wrong = false;
    this.editing = true;
    // The form opens at the page's end, below the bars that lie over it: with the focus it comes into sight.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#amount')?.focus());
  }

  #save(event: SubmitEvent, before: Goal | undefined): void {
    event.preventDefault();
    const target = this.#parse();
    this.wrong = target === null || target <= 0;
    if (target === null || target <= 0) return;
    const { metric } = this;
    const goal: Goal = before ? { ...before, metric, target } : { id: 'goal', metric, target, scope: STALL_SCOPE };
    this.#wereReached.delete(goal.id);
    this.desk.send('set-goal', { goal });
    this.editing = false;
  }

  #parse(): number | null {
    const { metric, amount } = this;
    if (metric === 'net-amount')
      return parsePrice(amount, this.desk.store.$session.get()?.currency ?? 'CNY')?.minor ?? null;
    return metric === 'mass' ? (parseJin(amount)?.value ?? null) : parseCount(amount);
  }
}
