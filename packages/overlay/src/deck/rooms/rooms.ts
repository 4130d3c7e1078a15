import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Room } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { sheet } from '../look/sheet.styles.js';
import { newRoomId } from './room-id.js';
import { roomsWords } from './rooms-words.js';
import styles from './rooms.styles.js';

const MAX_TITLE = 40;

/** What the sheet is open for. */
type Task = { kind: 'add' } | { kind: 'rename' | 'remove'; room: Room };

/**
 * Opens, names and closes the rooms that sell from the stall.
 *
 * @tag deck-rooms
 */
export class DeckRoomsElement extends DeskElement {
  static readonly tagName = 'deck-rooms';
  static override readonly styles = [controls, fields, sheet, styles];

  @state() private task: Task = { kind: 'add' };
  @state() private typed = '';
  @state() private wrong: 'empty' | 'taken' | null = null;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  get #words() {
    return roomsWords[this.desk.$language.get()];
  }

  protected override render() {
    const words = roomsWords[this.read(this.desk.$language)];
    const rooms = this.read(this.desk.store.$rooms);
    const [first] = rooms;
    if (!first) return nothing;
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${words.title}</h2>
        ${rooms.length === 1 ? nothing : html`<p class="quiet">${words.several}</p>`}
        ${
          rooms.length === 1
            ? html`<div class="only">
                <p class="quiet">${words.only(first.title)}</p>
                ${this.#key({ kind: 'rename', room: first })}
              </div>`
            : html`<ul>
                ${rooms.map(
                  (room) =>
                    html`<li>
                      <b>${room.title}</b>${this.#key({ kind: 'rename', room })}${this.#key({ kind: 'remove', room })}
                    </li>`,
                )}
              </ul>`
        }
        <button class="add" type="button" @click=${() => this.#open({ kind: 'add' })}>＋ ${words.add}</button>
      </section>
      <dialog aria-labelledby="heading">
        ${this.task.kind === 'remove' ? this.#question(this.task.room) : this.#form()}
      </dialog>
    `;
  }

  #key(task: Exclude<Task, { kind: 'add' }>): TemplateResult {
    const words = this.#words;
    return html`<button class="plain" type="button" @click=${() => this.#open(task)}>
      <span class="visually-hidden">${words.about(task.room.title)}</span>${words[task.kind]}
    </button>`;
  }

  #head(title: string): TemplateResult {
    return html`<div class="head">
      <h2 id="heading" tabindex="-1" ?autofocus=${this.task.kind === 'remove'}>${title}</h2>
      <button class="close plain" type="button" aria-label=${this.words.actions.close} @click=${this.#close}>×</button>
    </div>`;
  }

  #form(): TemplateResult {
    const words = this.#words;
    const isNew = this.task.kind === 'add';
    return html`<form novalidate @submit=${this.#save}>
      ${this.#head(isNew ? words.addTitle : words.renameTitle)} ${isNew ? html`<p>${words.addHint}</p>` : nothing}
      ${drawField({
        name: 'name',
        label: words.name,
        text: this.typed,
        hint: words.nameHint,
        error: this.wrong ? words[this.wrong] : undefined,
        keyboard: 'text',
        maxLength: MAX_TITLE,
        focused: true,
        onInput: (text) => {
          this.typed = text;
          this.wrong = null;
        },
      })}
      ${isNew ? html`<p class="quiet">${words.addDone}</p>` : nothing}
      <button class="primary" type="submit">${isNew ? words.add : words.save}</button>
    </form>`;
  }

  #question(room: Room): TemplateResult {
    const words = this.#words;
    return html`<div>
      ${this.#head(words.removeTitle(room.title))}
      <p>${words.removeHint}</p>
      <div class="ends">
        <button class="danger" type="button" @click=${() => this.#remove(room)}>${words.remove}</button>
        <button type="button" @click=${this.#close}>${words.stay}</button>
      </div>
    </div>`;
  }

  async #open(task: Task): Promise<void> {
    this.task = task;
    this.typed = task.kind === 'rename' ? task.room.title : '';
    this.wrong = null;
    await this.updateComplete;
    this.dialog.showModal();
  }

  #close = (): void => this.dialog.close();

  #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { task } = this;
    const title = this.typed.trim();
    const before = task.kind === 'add' ? null : this.#now(task.room);
    const isTaken = this.desk.store.$rooms.get().some((room) => room.title === title && room.id !== before?.id);
    this.wrong = title === '' ? 'empty' : isTaken ? 'taken' : null;
    if (this.wrong) {
      this.renderRoot.querySelector<HTMLInputElement>('#name')?.focus();
      return;
    }
    this.#close();
    if (before?.title === title) return;
    // What else the room has stays, and its panic is its own key's.
    const room = before
      ? { id: before.id, title, commerce: before.commerce }
      : { id: newRoomId(), title, commerce: true };
    this.desk.send('put-room', { room });
  };

  /** As the room is by now: somebody else may have changed it while the sheet was open. */
  #now(room: Room): Room {
    return this.desk.store.$rooms.get().find(({ id }) => id === room.id) ?? room;
  }

  #remove(room: Room): void {
    this.#close();
    this.desk.send('remove-room', { roomId: room.id });
  }
}
