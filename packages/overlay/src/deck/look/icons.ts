import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="2.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;

/** A price tag on its string. */
export const productsIcon = icon(svg`<path d="M4 4h8l8 8-8 8-8-8z"/><circle cx="8.6" cy="8.6" r="1.4"/>`);
/** A slip torn off below. */
export const ordersIcon = icon(svg`<path d="M6 3h12v17l-3-2-3 2-3-2-3 2z"/><path d="M9.5 8.5h5M9.5 12.5h5"/>`);
/** An arrow that goes back. */
export const historyIcon = icon(svg`<path d="M8 5 4 9l4 4"/><path d="M4 9h10a5.5 5.5 0 0 1 0 11H9"/>`);
/** An eye that is struck through. */
export const hideIcon = icon(
  svg`<path d="M3 12s3.2-6 9-6c1.6 0 3 .5 4.2 1.1M21 12s-3.2 6-9 6c-1.6 0-3-.5-4.2-1.1"/><circle cx="12" cy="12" r="2.4"/><path d="M4 20 20 4"/>`,
);
/** Three bars: the product that is on air. */
export const onAirIcon = icon(svg`<path d="M6 14v5M12 6v13M18 10v9"/>`);
/** A sign that something needs a look. */
export const alertIcon = icon(svg`<path d="M12 4 22 20H2z"/><path d="M12 10v4.5M12 17.2v.1"/>`);
/** A pen: what stands beside it can be changed. */
export const editIcon = icon(svg`<path d="M5 19l1-4L16 5l3 3L9 18z"/>`);
/** A clapperboard's arrow: what comes next. */
export const nextIcon = icon(svg`<path d="M5 5l9 7-9 7z"/><path d="M19 5v14"/>`);
/** A voice: what is said to people. */
export const showIcon = icon(svg`<path d="M4 10v4h4l7 5V5L8 10z"/><path d="M18.5 9a4.5 4.5 0 0 1 0 6"/>`);
/** A basket: goods that have no picture. */
export const basketIcon = icon(
  svg`<path d="M3 10h18l-2 9H5z"/><path d="M7.5 10 11 4M16.5 10 13 4M9.5 13.5v2.5M14.5 13.5v2.5"/>`,
);
