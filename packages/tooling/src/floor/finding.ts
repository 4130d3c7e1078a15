/** Something that the oldest browser would not understand. */
export interface FloorFinding {
  /** The feature, in the words of its specification. */
  feature: string;
  /** The Chromium that brought it; `secure` for what plain-http pages lack in every version. */
  since: number | 'secure';
  /** A few characters around it. */
  excerpt: string;
}
