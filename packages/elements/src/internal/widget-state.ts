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

/** A widget as the gallery and the checks know it: what its `*.states.ts` exports as `widget`. */
export interface WidgetEntry {
  tag: `stall-${string}`;
  /** Values of its `look` attribute in which every state is shown; without them it is shown as it is. */
  looks?: readonly string[];
  states: readonly WidgetState[];
}

/** The time of all named states: 19:42 in Shanghai. */
export const STATES_AT = '2026-07-01T11:42:00.000Z';
