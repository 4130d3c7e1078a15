import { lintClaims, type ClaimEvidence } from '@stallcast/protocol/claims';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../words/language.js';
import { pickWords } from '../words/pick-words.js';

/** What is read while typing; more than this is told as a count. */
const SHOWN = 2;

/** Draws what a text claims and why that is warned of. The text itself stays as it was typed: only people change it. */
export function drawClaims(text: string, evidence: readonly ClaimEvidence[], language: Language): TemplateResult {
  // The deck's language says nothing about that of a title.
  const findings = lintClaims(text, 'any', { evidence });
  const { claims } = pickWords(language);
  const rest = findings.length - SHOWN;
  return html`${
    findings.length === 0
      ? nothing
      : html`<ul>
          ${findings
            .slice(0, SHOWN)
            .map((claim) => html`<li><mark>${claims.quoted(claim.text)}</mark> ${claim.reason[language]}</li>`)}
          ${rest > 0 ? html`<li>${claims.more(rest)}</li>` : nothing}
        </ul>`
  }`;
}
