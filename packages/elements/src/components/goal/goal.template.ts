import { html, nothing, type TemplateResult } from 'lit';
import { spoken } from '../../internal/figures.js';
import type { GoalWords } from '../../words/index.js';
import type { GoalView } from './goal.model.js';

/** How the goal looks: a bar for the canopy, a slim one for half its width, or a column at a post. */
export type GoalLook = 'bar' | 'slim' | 'column';

/** The goal in one of its looks. `marks` stand outside of every part. */
export function goalTemplate(view: GoalView, look: GoalLook, words: GoalWords, marks: unknown): TemplateResult {
  const { label, now, target, lost, share, peak } = view;
  return html`<div class="goal ${look} ${view.state}" lang=${words.language}>
    <div class="plate small"><div class="board" part="board"></div></div>
    <div class="line">
      <div class="said">
        <span class="label" part="label" dir="auto">${label}</span>
        <b class="now" part="value">${now}</b>
        <span class="of" part="target">/ ${target}</span>
        ${view.state === 'reached' ? html`<b class="seal" part="seal">${words.goalReached}</b>` : nothing}
        ${lost ? html`<span class="lost" part="lost">${lost.word} <span class="amount">${lost.amount}</span></span>` : nothing}
        ${spoken(words.goalShare(Math.floor(share * 100)))}
      </div>
      <div class="marks">${marks}</div>
    </div>
    <div class="culm" part="meter" aria-hidden="true" .style=${`--_share: ${share}; --_peak: ${peak}`}>
      <div class="track">
        ${peak > share ? html`<div class="ghost"></div>` : nothing}
        <div class="fill"></div>
      </div>
      ${peak > share ? html`<div class="notch"></div>` : nothing}
    </div>
  </div>`;
}
