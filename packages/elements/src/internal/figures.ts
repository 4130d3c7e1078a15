import { css, html, nothing, svg, type TemplateResult } from 'lit';

/**
 * Advance width, the pen's way, where a stencil's bridges begin in it, and a dot. The box of a digit is 64 × 100.
 */
type Glyph = readonly [width: number, path: string, bridge?: number, dot?: string];

/**
 * The drawn numerals: one set of stroke skeletons, tabular by construction and the same on every machine.
 *
 * A theme changes the pen alone: weight, nib, caps, joins, slant, a thread along the stroke, bridges of a stencil.
 */
const GLYPHS: Readonly<Record<string, Glyph>> = {
  0: [64, 'M32 8C15 8 9 27 9 50S15 92 32 92 55 73 55 50 49 8 32 8Z', 102.5],
  1: [64, 'M17 27C26 23 33 17 38 8V92', 34],
  2: [64, 'M11 31C11 17 20 8 32 8S54 17 54 30C54 49 27 60 10 92H56', 10],
  3: [64, 'M11 9H52L30 39C45 38 55 48 55 64 55 81 45 92 31 92 19 92 12 86 9 76', 10],
  4: [64, 'M43 92V8L8 68H59', 65],
  5: [64, 'M51 9H18L14 46C20 40 26 38 33 38 47 38 55 49 55 64 55 81 45 92 31 92 20 92 12 86 9 77', 6],
  6: [64, 'M47 9C25 21 9 42 9 66 9 83 18 92 32 92S55 82 55 67 46 42 32 42 12 52 9 66', 80],
  7: [64, 'M9 9H55C41 33 30 60 27 92', 30],
  8: [
    64,
    'M32 8C20 8 12 16 12 27 12 39 22 44 32 48S55 58 55 71C55 84 46 92 32 92S9 84 9 71C9 58 22 52 32 48S52 39 52 27C52 16 44 8 32 8Z',
    77.5,
  ],
  9: [64, 'M17 91C39 79 55 58 55 34 55 17 46 8 32 8S9 18 9 33 18 58 32 58 52 48 55 34', 80],
  '¥': [64, 'M9 8L32 47 55 8M32 47V92M13 58H51M13 75H51'],
  $: [64, 'M53 27C50 18 42 14 32 14 20 14 12 21 12 32 12 55 55 44 55 68 55 80 45 86 32 86 20 86 12 81 9 72M32 2V98'],
  '€': [66, 'M58 20C53 12 46 8 39 8 23 8 15 27 15 50S23 92 39 92C46 92 53 88 58 80M5 41H45M5 59H41'],
  '£': [62, 'M52 22C49 12 43 8 36 8 25 8 19 17 20 30L23 56C25 74 20 85 9 92H54M10 52H43'],
  '?': [60, 'M10 28C11 15 19 8 30 8S50 16 50 27C50 44 30 46 30 66', 0, 'M30 90V91'],
  '+': [56, 'M28 26V78M2 52H54'],
  '–': [64, 'M10 52H54'],
  '.': [26, '', 0, 'M13 90V91'],
  ',': [24, '', 0, 'M13 90L8 105'],
  ':': [28, '', 0, 'M14 33V34M14 77V78'],
  '%': [
    84,
    'M66 8L18 92M20 10C11 10 8 19 8 28S11 46 20 46 32 37 32 28 29 10 20 10ZM64 54C55 54 52 63 52 72S55 90 64 90 76 81 76 72 73 54 64 54Z',
  ],
};

/** The gap between two figures, in hundredths of their height. */
const GAP = 6;

/** How wide a drawn text is, in hundredths of its height. */
export function figureWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (GLYPHS[char]?.[0] ?? 60) + GAP, -GAP);
}

/** Draws one figure; a character that is not drawn is set in type. */
export function glyph(char: string): TemplateResult {
  const drawn = GLYPHS[char];
  if (!drawn) return html`<b>${char}</b>`;
  const [width, path, bridge = 0, dot] = drawn;
  // A broad nib is the same stroke drawn several times along the nib's slope.
  return html`<svg viewBox="0 0 ${width} 100" stroke-dashoffset=${bridge}>
    ${path ? svg`<path class="nib" d=${path}/><path class="nib" d=${path}/><path class="nib" d=${path}/><path class="nib" d=${path}/><path class="nib" d=${path}/><path class="nib" d=${path}/><path class="thread" d=${path}/>` : nothing}
    ${dot ? svg`<path class="dot" d=${dot}/>` : nothing}
  </svg>`;
}

/**
 * Draws a number. Its height is `--_size` of the place where it stands; the fine pen, without thread or bridges, is for small
 * sizes and cents.
 *
 * It is hidden from the accessibility tree: say the number beside it with `spoken()`.
 */
export function figure(text: string, pen: 'bold' | 'fine' = 'bold'): TemplateResult {
  return html`<span class="figure ${pen}" aria-hidden="true"
    >${[...text].map((char) => html`<span class="glyph"><span class="cell">${glyph(char)}</span></span>`)}</span
  >`;
}

/** Text for those who listen, in place of a drawing. */
export function spoken(text: string): TemplateResult {
  return html`<span class="spoken">${text}</span>`;
}

export const figureStyles = css`
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .figure {
    display: inline-flex;
    flex: none;
    gap: calc(var(--_size) * 0.06);
    block-size: var(--_size);
    direction: ltr;
    line-height: 1;
    transform: skewX(var(--stall-figure-slant, -5deg));
    --_weight: var(--stall-figure-weight, 11);
  }
  .fine {
    --_weight: var(--stall-figure-weight-fine, 11);
  }
  .glyph,
  .cell {
    position: relative;
    display: block;
    block-size: var(--_size);
  }
  .past {
    position: absolute;
    inset: 0;
  }
  .rolling {
    clip-path: inset(-2px -6px);
  }
  .glyph svg {
    display: block;
    block-size: var(--_size);
    inline-size: auto;
    overflow: visible;
    fill: none;
    stroke: currentColor;
  }
  .glyph b {
    font-size: calc(var(--_size) * 0.9);
  }
  .nib {
    stroke-width: var(--_weight);
    stroke-linecap: var(--stall-figure-cap, round);
    stroke-linejoin: var(--stall-figure-join, round);
    /* The peaks of 1 and 4 are cut off flat, where a sharp one would run into the line above. */
    stroke-miterlimit: 3;
    transform: translate(
      calc(var(--stall-figure-nib-x, 3.4px) * var(--_s)),
      calc(var(--stall-figure-nib-y, -3px) * var(--_s))
    );
    --_s: 1;
  }
  .nib:nth-child(1) {
    --_s: -1;
  }
  .nib:nth-child(2) {
    --_s: -0.6;
  }
  .nib:nth-child(3) {
    --_s: -0.2;
  }
  .nib:nth-child(4) {
    --_s: 0.2;
  }
  .nib:nth-child(5) {
    --_s: 0.6;
  }
  .bold .nib {
    stroke-dasharray: var(--stall-figure-stencil);
  }
  .thread {
    stroke: none;
    stroke-width: 2.8;
  }
  @media (forced-colors: none) {
    .bold .thread {
      stroke: var(--stall-figure-inline);
    }
  }
  .dot {
    stroke-width: 15;
    stroke-linecap: round;
  }
`;
