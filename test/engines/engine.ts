/** A page in some engine, as far as the smoke needs one. */
export interface EnginePage {
  goto(address: string): Promise<void>;
  /** Evaluates an expression in the page, waits for what it promises, and brings the value back as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** What the window shows, as PNG. */
  screenshot(): Promise<Buffer>;
  /** Ends the engine too. */
  close(): Promise<void>;
}

/** A window, in CSS pixels. */
export interface Window {
  width: number;
  height: number;
}

/** The usual one: as wide as the widgets need it, and no larger, since a machine without a graphics card paints each pixel itself. */
export const WINDOW: Window = { width: 1160, height: 900 };

/** How long one evaluation may take, in ms: a busy machine draws a hundred states slowly. */
export const EVALUATION_LIMIT_MS = 180_000;
