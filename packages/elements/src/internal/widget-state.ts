import type { Order, StallState } from '@stallcast/protocol';

/**
 * One named state of a widget, as data. The gallery shows it; the accessibility, visual and hostile-text checks walk it.
 */
export interface WidgetState {
  name: string;
  /** What is to be seen, for the gallery. */
  en: string;
  'zh-CN': string;
  /** What the store was told; null for before the first snapshot. */
  stall: StallState | null;
  /** For how long nothing was heard since, in ms. */
  silentMs?: number;
  /** Orders that live changes then put, one change each, while the widget is on screen. */
  live?: readonly Order[];
  attributes?: Readonly<Record<string, string>>;
}

/** The time of all named states: 19:42 in Shanghai. */
export const STATES_AT = '2026-07-01T11:42:00.000Z';
