import type { Region } from '@stallcast/protocol';
import { CHINESE_PROVINCES } from './chinese-provinces.js';
import { US_STATES } from './us-states.js';

const COUNTRY = /^[A-Z]{2}$/;

/**
 * Says where a buyer is, never finer than a province.
 *
 * A province is taken from a closed list only: a shop's field may hold whatever the buyer typed, a street included. Where no list
 * has any of the given states, the country's two-letter code stands, which a widget can name in its own language.
 */
export function regionOf(country: string, ...states: string[]): Region | undefined {
  const province = states.map((state) => provinceOf(country, state)).find((name) => name !== undefined);
  if (province) return { level: 'province', name: province };
  return COUNTRY.test(country) ? { level: 'country', name: country } : undefined;
}

function provinceOf(country: string, state: string): string | undefined {
  if (country === 'US')
    return US_STATES[state.toUpperCase()] ?? Object.values(US_STATES).find((name) => name === state);
  if (country !== 'CN') return undefined;
  const word = state
    .replace(/^CN-?/i, '')
    .replace(/(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)$/, '')
    .trim()
    .toLowerCase();
  return CHINESE_PROVINCES.find(
    ({ name, woocommerce, iso, english }) =>
      word === name || (woocommerce > 0 && word === String(woocommerce)) || word === iso || word === english,
  )?.name;
}
