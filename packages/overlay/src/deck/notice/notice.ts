import { html, nothing } from 'lit';
import { DeskElement } from '../desk/desk-element.js';
import { roomTitleOf } from '../desk/room-title-of.js';
import { titleOf } from '../desk/title-of.js';
import { controls } from '../look/controls.styles.js';
import { deriveHistory } from '../outbox/derive-history.js';
import { describeCommand } from '../outbox/describe-command.js';
import { isHeldUp } from '../outbox/is-held-up.js';
import type { SentCommand } from '../outbox/sent-command.js';
import { choiceWords } from '../history/choice-words.js';
import { asSent } from '../team/as-sent.js';
import { teamWords } from '../team/team-words.js';
import styles from './notice.styles.js';

/**
 * What became of the latest step, right above the thumb: done with its undo, under way, or refused with the reason.
 *
 * @tag deck-notice
 */
export class DeckNoticeElement extends DeskElement {
  static readonly tagName = 'deck-notice';
  static override readonly styles = [controls, styles];

  protected override render() {
    return html`<div role="status" aria-live="polite">${this.#text()}</div>`;
  }

  #text() {
    const { words, desk } = this;
    const language = desk.$language.get();
    const notice = this.read(desk.$notice);
    const commands = this.read(desk.outbox.$commands);
    const refused = commands.find(({ stage }) => stage === 'refused');
    // Good news waits for what was refused.
    if (notice && !(notice.isGood && refused)) {
      return html`
        <p class=${notice.isGood ? 'done' : 'refused'}>
          <span>${notice.text(language)}</span>
          <button type="button" @click=${() => desk.$notice.set(null)}>${words.history.clear}</button>
        </p>
      `;
    }

    const told = this.read(desk.team.$told);
    // What is this operator's own and unsettled comes first; else what somebody else has just done.
    if (told && !refused && !commands.some(({ stage }) => stage === 'waiting')) {
      const words = teamWords[language];
      return html`<p class="done">
        <span>${words.did(told.by || words.someone, this.#describe(asSent(told), commands))}</span>
      </p>`;
    }
    const [latest] = deriveHistory(commands);
    const sent = refused ?? latest?.sent;
    if (!sent) return nothing;
    const what = this.#describe(sent, commands);

    if (sent.stage === 'refused') {
      return html`
        <p class=${sent.isHeld ? 'refused held' : 'refused'}>
          <span>${what}: ${sent.message?.[language]}</span>
          ${
            sent.isHeld
              ? html`<button type="button" @click=${() => desk.outbox.sendAnyway(sent.command.id)}>
                  ${choiceWords(sent, language).send}
                </button>`
              : nothing
          }
          <button type="button" @click=${() => desk.outbox.drop(sent.command.id)}>
            ${sent.overtakenAt === undefined ? words.history.clear : choiceWords(sent, language).leave}
          </button>
        </p>
      `;
    }
    if (sent.stage !== 'done') {
      const doing = sent.stage === 'waiting' && isHeldUp(commands) ? words.history.waiting : words.history.sending;
      return html`<p class="under-way"><span>${what}</span><span>${doing}</span></p>`;
    }
    const undone = latest?.undone ?? false;
    const undoId = latest?.undoId;
    // What is done and has no undo here is seen above: on air, or not.
    if (!undoId) return nothing;
    return html`
      <p class="done">
        <span class=${undone ? 'undone' : ''}>${what}</span>
        <button type="button" @click=${() => desk.send('undo', { commandId: undoId })}>
          ${undone ? words.history.redo : words.history.undo}
        </button>
      </p>
    `;
  }

  #describe(sent: SentCommand, commands: readonly SentCommand[]): string {
    const { words, desk } = this;
    const others = desk.team.$steps.get().map(asSent);
    return describeCommand(
      sent.command,
      words,
      (id) => titleOf(desk, id) ?? sent.title ?? words.did.unknownProduct,
      (id) => [...commands, ...others].find(({ command }) => command.id === id)?.command,
      (id) => roomTitleOf(desk, id, sent),
    );
  }
}
