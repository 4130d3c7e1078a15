import type { Freshness } from '@stallcast/store';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { figure } from '../../internal/figures.js';
import { ageMark, demoMark } from '../../internal/marks.js';
import type { ChartWords } from '../../words/index.js';
import type { ChartView, Stack } from './sales-chart.model.js';

/** How the chart stands: as wide as a portrait canvas, or at the side of a landscape one. */
export type ChartLook = 'wide' | 'side';

/** The plot's width and height, in px, and how many stacks there is room for. */
export const PLOT: Readonly<Record<ChartLook, { width: number; height: number; places: number }>> = {
  wide: { width: 944, height: 234, places: 24 },
  side: { width: 432, height: 234, places: 12 },
};
/** Height of the bench, and the most of one crate. */
const PLANK_PX = 8;
const MOST_CRATE_PX = 54;
const HEADROOM_PX = 12;
/** Half of the widest label on the axis, in px. */
const HALF_LABEL_PX = 50;

/** What the template needs besides the view. */
export interface ChartFrame {
  look: ChartLook;
  words: ChartWords;
  freshness: Freshness | undefined;
  title: string;
}

/** The whole chart: crates stacked along a bench, with the totals in figures above them. */
export function chartTemplate(view: ChartView, { look, words, freshness, title }: ChartFrame): TemplateResult {
  const { figure: value, unit, other, lost, crate, isEmpty } = view;
  return html`<figure class="chart ${look}" lang=${words.language}>
    <div class="rail">
      <figcaption class="tab" part="tab">${title}</figcaption>
      <span class="marks">${ageMark(words, freshness)} ${view.isSynthetic ? demoMark(words) : nothing}</span>
    </div>
    <div class="body">
      <div class="plate small"><div class="board" part="board"></div></div>
      ${tableTemplate(view, words)}
      <div class="head" aria-hidden="true">
        <span class="value" part="value">${figure(value)}<span class="unit">${unit}</span></span>
        <span class="other">${other}</span>
        ${lost ? html`<span class="lost" part="lost">${lost}</span>` : nothing}
      </div>
      <div class="bench" aria-hidden="true">
        ${isEmpty ? html`<p class="empty">${words.noOrdersYet}</p>` : nothing} ${plotTemplate(view, look)}
      </div>
      <div class="axis" aria-hidden="true">${axisTemplate(view, look)}</div>
      ${isEmpty ? nothing : html`<p class="legend" aria-hidden="true">${crateIcon()} ${crate}</p>`}
    </div>
  </figure>`;
}

function plotTemplate({ stacks, slots }: ChartView, look: ChartLook): TemplateResult {
  const { width, height } = PLOT[look];
  const slot = width / slots;
  const tallest = Math.max(...stacks.map(({ crates }) => crates), 0);
  // As tall as there is room for, and never taller than a crate is wide.
  const crate = Math.min(MOST_CRATE_PX, (height - PLANK_PX - HEADROOM_PX) / Math.max(1, tallest));
  return html`<svg class="plot" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    ${stacks.map((stack, index) => stackTemplate(stack, index * slot, slot, height - PLANK_PX, crate))}
    <path class="plank" d="M0 ${height - PLANK_PX / 2}H${width}" />
  </svg>`;
}

/** A stack is one box, divided into crates and these into slats; so the topmost is as full as it is. */
function stackTemplate({ crates }: Stack, x: number, slot: number, base: number, crate: number): TemplateResult {
  const width = Math.min(72, Math.round(slot * 0.86));
  const left = Math.round(x + (slot - width) / 2);
  const post = Math.max(5, Math.round(width / 9));
  // What is there is seen, however little.
  const tall = crates > 0 ? Math.max(4, crates * crate) : 0;
  const gaps: string[] = [];
  for (let from = 0; from < tall; from += crate) {
    for (const slat of [1 / 3, 2 / 3]) {
      const up = from + slat * crate;
      if (up < tall - 2) gaps.push(`M${left + post} ${base - up - 1.5}h${width - 2 * post}v3h${2 * post - width}z`);
    }
    if (from > 0) gaps.push(`M${left} ${base - from - 2.5}h${width}v5h${-width}z`);
  }
  return svg`<g class="stack">
    <rect class="wood" x=${left} y=${base - tall} width=${width} height=${tall}/>
    <path class="gap" d=${gaps.join('')}/>
  </g>`;
}

function axisTemplate({ ticks }: ChartView, look: ChartLook): TemplateResult[] {
  const { width } = PLOT[look];
  // A label that would hang over the end of the bench is left out; its mark stays.
  return ticks.map(({ at, label, isMidnight }) => {
    const x = at * width;
    const fits = x >= HALF_LABEL_PX && x <= width - HALF_LABEL_PX;
    return html`<span class="tick ${isMidnight ? 'midnight' : ''}" .style=${`left:${x.toFixed(1)}px`}
      >${fits ? html`<b>${label}</b>` : nothing}</span
    >`;
  });
}

function crateIcon(): TemplateResult {
  return html`<svg class="crate" viewBox="0 0 36 30">
    <path class="wood" d="M0 0H36V30H0Z" />
    <path class="gap" d="M5 8.5H31V11.5H5ZM5 18.5H31V21.5H5Z" />
  </svg>`;
}

/** The same for those who do not see it: one sentence, and a table of what was sold when. */
function tableTemplate({ summary, lost, stacks }: ChartView, words: ChartWords): TemplateResult {
  return html`<div class="spoken">
    ${summary} ${lost}
    <table>
      <caption>
        ${words.chartTable}
      </caption>
      <tbody>
        ${stacks.map(
          ({ span, text }) =>
            html`<tr>
              <th scope="row">${span}</th>
              <td>${text}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
