import { THEMES } from '@stallcast/themes';
import { html, render, svg, type TemplateResult } from 'lit';

const SIZE = 220;
const CURVES = ['in', 'change', 'out', 'stamp'] as const;

/** Draws how each theme moves: its curves from 0 to 1, and how far a plate travels. */
export function drawMotion(place: HTMLElement): void {
  const rows = Object.entries(THEMES).map(([theme, { en, 'zh-CN': zh }]) => {
    const wearer = document.createElement('div');
    wearer.dataset['stallTheme'] = theme;
    document.body.append(wearer);
    const token = (name: string): string => getComputedStyle(wearer).getPropertyValue(`--stall-motion-${name}`).trim();
    const cells = CURVES.map((curve) => {
      const ms = token(`duration-${curve === 'stamp' ? 'change' : curve}`);
      return html`<td>${drawCurve(token(`curve-${curve}`))}<br />${curve} ${ms}</td>`;
    });
    const row = html`<tr>
      <th>${zh} ${en}<br /><small>${token('travel')}</small></th>
      ${cells}
    </tr>`;
    wearer.remove();
    return row;
  });
  render(
    html`<table style="text-align:center">
      <tbody>
        ${rows}
      </tbody>
    </table>`,
    place,
  );
}

function drawCurve(curve: string): TemplateResult {
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 1] = curve.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const at = (x: number, y: number): string => `${20 + x * (SIZE - 40)} ${SIZE - 70 - y * (SIZE - 100)}`;
  return html`<svg width=${SIZE} height=${SIZE - 50} fill="none" stroke-linecap="round">
    ${svg`<path d="M${at(0, 0)}H${SIZE - 20}M${at(0, 1)}H${SIZE - 20}" stroke="#c9c2b2" stroke-width="2"/>
    <path d="M${at(0, 0)}C${at(x1, y1)} ${at(x2, y2)} ${at(1, 1)}" stroke="#1d5535" stroke-width="6"/>`}
  </svg>`;
}
