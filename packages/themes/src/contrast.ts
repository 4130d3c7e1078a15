/** What stands on what, by the roles of `--stall-color-…`, and how much contrast it needs. */
export const CONTRAST_PAIRS: readonly (readonly [text: string, ground: string, least: number])[] = [
  ['text', 'plate', 4.5],
  ['text', 'plate-quiet', 4.5],
  ['text-quiet', 'plate', 4.5],
  ['text-quiet', 'plate-quiet', 4.5],
  ['text-loud', 'plate-loud', 4.5],
  ['text-flash', 'flash', 4.5],
  ['value', 'plate', 4.5],
  ['value', 'plate-quiet', 4.5],
  ['warning', 'plate', 4.5],
  ['warning', 'plate-quiet', 4.5],
  ['stamp', 'plate', 4.5],
  // A paused tab turns quiet text into its ground.
  ['plate', 'text-quiet', 4.5],
  ['accent', 'plate', 3],
  ['accent', 'plate-quiet', 3],
];

/** A colour: red, green and blue from 0 to 255, and how much of what is below it hides, 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Lays one colour over another that hides all. */
export function blend([r, g, b, alpha]: Colour, [r0, g0, b0]: Colour): Colour {
  const mix = (over: number, below: number): number => over * alpha + below * (1 - alpha);
  return [mix(r, r0), mix(g, g0), mix(b, b0), 1];
}

/** Relative luminance, as WCAG 2 has it, 0 to 1. */
export function luminance([r, g, b]: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b]
    .map((channel) => channel / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, as WCAG 2 has it, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
