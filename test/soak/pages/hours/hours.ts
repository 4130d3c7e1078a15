/** What the page says of itself. */
export interface Hours {
  /** Signs of life so far. */
  heartbeats: number;
  orders: number;
  /** What can be sold, by the stall. */
  left: number;
  /** Ms since 1970 when the countdown is over. */
  endsAt: number;
  /** How often what is shown was marked as old. */
  stale: number;
}
declare global {
  interface Window {
    hours(): Hours;
  }
}
