import { html, nothing, type TemplateResult } from 'lit';

/** One field: what stands around it, and what is in it. */
export interface Field {
  name: string;
  label: string;
  text: string;
  /** Stands below while nothing is wrong. */
  hint: string;
  /** What is wrong, in one sentence. */
  error?: string | undefined;
  keyboard: 'text' | 'decimal' | 'numeric';
  maxLength: number;
  focused?: boolean;
  /** Warns of claims in what is typed; it stands below the note. */
  claims?: TemplateResult | undefined;
  onInput: (text: string) => void;
}

/** Draws a field with its label and its note; the name is its id in the shadow root. */
export function drawField(field: Field): TemplateResult {
  const { name, label, text, hint, error, keyboard, maxLength, focused = false, claims, onInput } = field;
  return html`
    <div class="field ${name}">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        inputmode=${keyboard}
        ?autofocus=${focused}
        autocomplete="off"
        maxlength=${maxLength}
        .value=${text}
        aria-invalid=${error !== undefined}
        aria-describedby="${name}-note${claims ? ` ${name}-claims` : ''}"
        @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
      />
      <p id="${name}-note" class=${error ? 'error' : 'quiet'}>${error ?? hint}</p>
      ${claims ? html`<div id="${name}-claims" class="claims" role="status">${claims}</div>` : nothing}
    </div>
  `;
}
