import { html, nothing, type TemplateResult } from 'lit';
import { DeskElement } from '../desk/desk-element.js';
import { roomTitleOf } from '../desk/room-title-of.js';
import { titleOf } from '../desk/title-of.js';
import { controls } from '../look/controls.styles.js';
import { deriveHistory, type HistoryEntry } from '../outbox/derive-history.js';
import { describeCommand } from '../outbox/describe-command.js';
import { isHeldUp } from '../outbox/is-held-up.js';
import type { SentCommand } from '../outbox/sent-command.js';
import { asSent } from '../team/as-sent.js';
import { teamWords } from '../team/team-words.js';
import { choiceWords } from './choice-words.js';
import styles from './history.styles.js';

/**
 * What the operators did, newest first: this one's steps and the others' with their names, each with its undo.
 *
 * @tag deck-history
 */
export class DeckHistoryElement extends DeskElement {
  static readonly tagName = 'deck-history';
  static override readonly styles = [controls, styles];

  protected override render() {
    const { history: words } = this.words;
    const entries = deriveHistory(this.#all());
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${words.title}</h2>
        ${
          entries.length === 0
            ? html`<p class="quiet">${words.empty}</p>`
            : html`<ol>
                ${entries.map((entry) => this.#entry(entry))}
              </ol>`
        }
      </section>
    `;
  }

  /** The steps of this device and of the others, by the time at which each was given. */
  #all(): readonly SentCommand[] {
    const { outbox, team } = this.desk;
    const others = this.read(team.$steps).map(asSent);
    return [...this.read(outbox.$commands), ...others].sort((a, b) => a.at - b.at);
  }

  #entry(entry: HistoryEntry): TemplateResult {
    const { words, desk } = this;
    const language = desk.$language.get();
    const { sent, undone, refusedUndo } = entry;
    const commands = this.#all();
    const what = describeCommand(
      sent.command,
      words,
      (id) => titleOf(desk, id) ?? sent.title ?? words.did.unknownProduct,
      (id) => commands.find(({ command }) => command.id === id)?.command,
      (id) => roomTitleOf(desk, id, sent),
    );
    const refusal = sent.message ?? refusedUndo?.message;
    return html`
      <li class=${sent.stage}>
        <span class="what">
          <span class=${undone ? 'undone' : ''}
            >${sent.by === undefined ? what : teamWords[language].did(sent.by || teamWords[language].someone, what)}</span
          >
          ${undone ? html`<span class="quiet">${words.history.undone}</span>` : nothing}
          ${sent.stage === 'waiting' && isHeldUp(commands) ? html`<span class="quiet">${words.history.waiting}</span>` : nothing}
          ${refusal ? html`<span class="refusal">${refusal[language]}</span>` : nothing}
        </span>
        ${this.#key(entry, what)}
      </li>
    `;
  }

  #key({ sent, undone, undoId }: HistoryEntry, what: string): TemplateResult {
    const { history } = this.words;
    const { outbox } = this.desk;
    const { id } = sent.command;
    if (sent.stage === 'waiting') {
      return isHeldUp(outbox.$commands.get())
        ? html`<button type="button" @click=${() => outbox.drop(id)}>${history.drop}</button>`
        : html`<span class="quiet">${history.sending}</span>`;
    }
    if (sent.isHeld) {
      const choice = choiceWords(sent, this.desk.$language.get());
      return html`
        <span class="choice">
          <button class="primary" type="button" @click=${() => outbox.sendAnyway(id)}>${choice.send}</button>
          <button type="button" @click=${() => outbox.drop(id)}>${choice.leave}</button>
        </span>
      `;
    }
    if (sent.stage === 'refused') {
      return html`<button type="button" @click=${() => outbox.drop(id)}>${history.clear}</button>`;
    }
    if (undoId === null) return html`<span></span>`;
    return html`
      <button
        type="button"
        aria-label=${undone ? history.redoThis(what) : history.undoThis(what)}
        @click=${() => this.desk.send('undo', { commandId: undoId })}
      >
        ${undone ? history.redo : history.undo}
      </button>
    `;
  }
}
