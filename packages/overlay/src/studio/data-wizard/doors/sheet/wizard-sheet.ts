import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import { sheet } from '../../../../deck/look/sheet.styles.js';
import type { Language } from '../../../../words/language.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { readStall } from '../../copying/read-stall.js';
import { dataWizardWords, type DoorName } from '../../data-wizard-words.js';

/** The sheet went down. */
export class WizardClosedEvent extends Event {
  static readonly eventName = 'studio-wizard-closed';

  constructor() {
    super(WizardClosedEvent.eventName);
  }
}

/**
 * The sheet on which one door of the wizard stands; up as long as it is there.
 *
 * @tag studio-wizard-sheet
 *
 * @fires {WizardClosedEvent} studio-wizard-closed - It went down.
 */
export class WizardSheetElement extends LitElement {
  static readonly tagName = 'studio-wizard-sheet';
  static override readonly styles = [
    controls,
    sheet,
    css`
      dialog {
        max-inline-size: 840px;
      }

      /* What is found grows below what was asked. */
      @media (min-width: 640px) {
        dialog {
          margin-block-start: 20px;
        }
      }

      .head {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        margin: -16px -16px 0;
        padding: 12px 16px 8px;
        background: var(--deck-plate);
      }

      .head h2 {
        font-size: 22px;
      }
    `,
  ];

  @property({ attribute: false }) door!: DoorName;
  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) language: Language = 'zh-CN';

  /** The stall's own, in which prices are read. */
  @state() private currency = 'CNY';

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
    void this.#learnCurrency();
  }

  async #learnCurrency(): Promise<void> {
    const { origin, stall } = this.address;
    const answer = await readStall(`${origin}/stalls/${encodeURIComponent(stall)}`, this.deckKey);
    if (answer.ok && answer.state.session?.currency) this.currency = answer.state.session.currency;
  }

  protected override render() {
    const words = dataWizardWords(this.language);
    return html`
      <dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new WizardClosedEvent())}>
        <div>
          <div class="head">
            <h2 id="heading" tabindex="-1" autofocus>${words.doors[this.door].title}</h2>
            <button class="close plain" type="button" aria-label=${words.close} @click=${() => this.dialog.close()}>
              ×
            </button>
          </div>
          ${this.#door()}
        </div>
      </dialog>
    `;
  }

  #door(): TemplateResult {
    const { address, deckKey, currency, language } = this;
    switch (this.door) {
      case 'type-in':
        return html`<studio-type-in
          .address=${address}
          .deckKey=${deckKey}
          .currency=${currency}
          .language=${language}
        ></studio-type-in>`;
      case 'table':
        return html`<studio-table-door
          .address=${address}
          .deckKey=${deckKey}
          .currency=${currency}
          .language=${language}
        ></studio-table-door>`;
      case 'shops':
        return html`<studio-shops-door
          .address=${address}
          .deckKey=${deckKey}
          .language=${language}
        ></studio-shops-door>`;
      case 'relay':
        return html`<studio-relay-door .address=${address} .language=${language}></studio-relay-door>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-wizard-sheet': WizardSheetElement;
  }
  interface HTMLElementEventMap {
    'studio-wizard-closed': WizardClosedEvent;
  }
}
