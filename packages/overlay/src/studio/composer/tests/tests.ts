import { css, html } from 'lit';
import { controls } from '../../../deck/look/controls.styles.js';
import { inBoth } from '../words/in-both.js';
import { BenchElement } from '../bench/bench-element.js';
import { panel } from '../look/panel.styles.js';
import { STAGE_EVENTS, type StageEvent } from '../stage/stage-events.js';
import type { ComposerWords } from '../words/composer-words.js';
import { composerWords } from '../words/pick-words.js';

/**
 * A button for everything that can happen in a room. It happens on the studio's own stage, marked as a demonstration.
 *
 * @tag studio-tests
 */
export class StudioTestsElement extends BenchElement {
  static readonly tagName = 'studio-tests';
  static override readonly styles = [
    controls,
    panel,
    css`
      .keys {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 6px;
      }

      .demo {
        padding: 1px 8px;
        border-radius: 3px;
        background: repeating-linear-gradient(-45deg, #17130c 0 6px, #ffd83d 6px 12px) 0 0 / 18px 100% no-repeat #ffd83d;
        padding-inline-start: 24px;
        color: #17130c;
        font-size: 13px;
        font-weight: 700;
      }
    `,
  ];

  protected override render() {
    const { test: words } = this.words;
    const isCut = this.read(this.bench.stage.$isCut);
    return html`
      <p><span class="demo">${words.mark}</span></p>
      <p class="quiet">${words.lead}</p>
      <div class="keys">
        ${STAGE_EVENTS.map(
          (event) => html`
            <button type="button" data-event=${event} ?disabled=${isCut} @click=${() => this.#play(event)}>
              ${words.events[event]}
            </button>
          `,
        )}
        <button type="button" aria-pressed=${isCut} data-event="cut" @click=${() => this.#cut(!isCut)}>
          ${isCut ? words.join : words.cut}
        </button>
        <button type="button" @click=${() => this.#reset()}>${words.reset}</button>
      </div>
    `;
  }

  async #play(event: StageEvent): Promise<void> {
    await this.bench.stage.play(event, { announcement: this.words.test.announcement });
    this.#say(({ test }) => test.done(test.events[event]));
  }

  #cut(isCut: boolean): void {
    this.bench.stage.cut(isCut);
    this.#say(({ test }) => (isCut ? test.doneCut : test.doneJoin));
  }

  async #reset(): Promise<void> {
    await this.bench.stage.reset();
    this.#say(({ test }) => test.doneReset);
  }

  #say(pick: (words: ComposerWords) => string): void {
    this.bench.$notice.set(inBoth((language) => pick(composerWords(language))));
  }
}
