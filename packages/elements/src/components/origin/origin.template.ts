import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OriginWords } from '../../words/index.js';
import { textWidth } from '../product-card/title-text.js';
import type { CertificateLine, InspectionLine, OriginView } from './origin.model.js';

/** How the origin looks: a round seal, a slip with the facts, or a list with all papers. */
export type OriginLook = 'seal' | 'slip' | 'list';

/** What the seal's upper and lower rim hold, in hanzi. */
const UPPER_RIM = 8.4;
const LOWER_RIM = 6;

/** Whether a rim holds a text: it is not too long, and no marks tower over its letters. */
function holds(rim: number, text: string): boolean {
  return textWidth(text) <= rim && !/\p{M}{2}/u.test(text);
}

/** The look that can tell it: what failed gets no seal, nor does a place that the rim cannot hold. */
export function shownLook(view: OriginView, look: OriginLook): OriginLook {
  if (look !== 'seal' && look !== 'slip' && look !== 'list') return 'seal';
  return look === 'seal' && (view.state === 'failed' || !holds(UPPER_RIM, view.origin)) ? 'slip' : look;
}

export function originTemplate(view: OriginView, look: OriginLook, words: OriginWords): TemplateResult {
  return html`<div class="origin ${view.state}" lang=${words.language}>
    ${look === 'seal' ? seal(view, words) : look === 'slip' ? slip(view) : list(view, words)}
  </div>`;
}

function seal(view: OriginView, words: OriginWords): TemplateResult {
  const { origin, result, date, sealNo, state } = view;
  const said = [origin, result || words.originWord, date, view.lot].filter(Boolean).join(' · ');
  const rim = holds(LOWER_RIM, sealNo) ? sealNo : '';
  return html`<svg class="seal" part="seal" viewBox="0 0 250 250" role="img" aria-label=${said}>
    <defs>
      <path id="upper" d="M40 125A85 85 0 0 1 210 125" />
      <path id="lower" d="M17 125A108 108 0 0 0 233 125" />
    </defs>
    <circle class="paper" cx="125" cy="125" r="122" />
    <circle class="rim" cx="125" cy="125" r="115" />
    <circle class="rim thin" cx="125" cy="125" r="74" />
    <text class="place"><textPath href="#upper" startOffset="50%" text-anchor="middle">${origin}</textPath></text>
    ${
      rim
        ? svg`<text class="no"><textPath href="#lower" startOffset="50%" text-anchor="middle">${rim}</textPath></text>`
        : nothing
    }
    <text class="word ${state}" x="125" y=${date ? 120 : 140} text-anchor="middle">${result || words.originWord}</text>
    <text class="date" x="125" y="160" text-anchor="middle">${date}</text>
  </svg>`;
}

function facts({ farmer, lot, harvested }: OriginView) {
  return [pair([farmer], 'fact'), pair([lot, harvested], 'fact')];
}

/** Facts on one line, or each on its own where they do not fit. */
function pair(facts: readonly string[], name: 'fact' | 'sub'): TemplateResult | typeof nothing {
  const told = facts.filter(Boolean);
  if (told.length === 0) return nothing;
  return html`<div class="pair ${name}" part=${name === 'fact' ? 'fact' : nothing}>
    ${told.map((fact) => html`<span dir="auto">${fact}</span>`)}
  </div>`;
}

/** What the latest inspection found: with a tick where it was passed, in plain words where not. */
function result({ inspections: [latest] }: OriginView): TemplateResult | typeof nothing {
  if (!latest) return nothing;
  return html`<div class="result" part="result">
    ${tick(latest)}<b>${latest.result}</b><span class="when">${latest.date}</span>
  </div>`;
}

function tick({ hasPassed }: InspectionLine): TemplateResult {
  return html`<svg class="sign ${hasPassed ? 'pass' : 'fail'}" viewBox="0 0 32 32" aria-hidden="true">
    <path d=${hasPassed ? 'M5 17L13 25L27 8' : 'M6 16H26'} />
  </svg>`;
}

function slip(view: OriginView): TemplateResult {
  const { origin, certificates } = view;
  const valid = certificates.filter(({ isExpired }) => !isExpired).slice(0, 2);
  return html`<div class="place" part="place" dir="auto">${origin}</div>
    ${facts(view)} ${result(view)}
    ${
      view.state === 'failed'
        ? nothing
        : valid.map(({ kind }) => html`<div class="paper-line" part="certificate" dir="auto">${kind}</div>`)
    }`;
}

function list(view: OriginView, words: OriginWords): TemplateResult {
  return html`<div class="place" part="place" dir="auto">${view.origin}</div>
    ${facts(view)}
    <ul class="lines" aria-label=${words.papers}>
      ${view.inspections.slice(0, 3).map(inspectionRow)}
      ${
        // Papers of a lot that failed would speak against what is said.
        view.state === 'failed' ? nothing : view.certificates.slice(0, 4).map(certificateRow)
      }
    </ul>`;
}

function inspectionRow(line: InspectionLine): TemplateResult {
  const { hasPassed, by, date, sample, note } = line;
  return html`<li class=${hasPassed ? 'passed' : 'failed'} part="inspection">
    <div class="row">${tick(line)}<b dir="auto">${line.result}</b><span class="when">${date}</span></div>
    ${pair([by, sample], 'sub')} ${pair([note], 'sub')}
  </li>`;
}

function certificateRow({ kind, no, issuer, until, isExpired }: CertificateLine): TemplateResult {
  return html`<li class=${isExpired ? 'expired' : ''} part="certificate">
    <div class="row"><b dir="auto">${kind}</b><span class="when">${until}</span></div>
    ${pair([issuer, no], 'sub')}
  </li>`;
}
