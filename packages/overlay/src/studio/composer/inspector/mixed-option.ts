import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ComposerWords } from '../words/composer-words.js';

/** What a list shows for several that differ: it says so, and cannot be chosen. */
export function mixedOption({ mixed }: ComposerWords['item']): TemplateResult {
  return html`<option disabled .selected=${live(true)}>${mixed}</option>`;
}
