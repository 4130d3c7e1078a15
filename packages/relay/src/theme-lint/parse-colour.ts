import type { Colour } from '@stallcast/themes';

/** The names that people write by heart; any other name is not computed with. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gold: '#ffd700',
  orange: '#ffa500',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  navy: '#000080',
  maroon: '#800000',
  transparent: '#00000000',
};

/** Reads a CSS colour: hex digits, rgb(), hsl() or a common name. Null for what can only be known in a browser. */
export function parseColour(css: string): Colour | null {
  const text = css.trim().toLowerCase();
  const name = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  const [, digits] = /^#([0-9a-f]{3,8})$/.exec(name ?? text) ?? [];
  if (digits !== undefined) return parseHex(digits);
  const [, kind, inside = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text) ?? [];
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  if (kind === undefined || parts.length < 3 || parts.length > 4) return null;
  const alpha = amount(parts[3] ?? '1', 1);
  const channels = parts.slice(0, 3).map((part) => amount(part, kind === 'rgb' ? 255 : 1));
  const [a = NaN, b = NaN, c = NaN] = channels;
  if ([...channels, alpha].some(Number.isNaN)) return null;
  return kind === 'rgb' ? [a, b, c, alpha] : [...fromHsl(a, b, c), alpha];
}

function parseHex(digits: string): Colour | null {
  const pairs = digits.length < 5 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  if (!pairs || ![3, 4, 6, 8].includes(digits.length)) return null;
  const [r = 0, g = 0, b = 0, alpha = 255] = pairs.map((pair) => parseInt(pair, 16));
  return [r, g, b, alpha / 255];
}

/** A number, a percentage of `whole`, or an angle in degrees. */
function amount(text: string, whole: number): number {
  const [, number, unit] = /^([+-]?(?:\d+\.?\d*|\.\d+))(%|deg)?$/.exec(text) ?? [];
  if (number === undefined) return NaN;
  return unit === '%' ? (Number(number) / 100) * whole : Number(number);
}

/** Hue in degrees; saturation and lightness 0 to 1. */
function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return (
      255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
    );
  };
  return [channel(0), channel(8), channel(4)];
}
