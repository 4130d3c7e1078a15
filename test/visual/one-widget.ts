import type { OneWidget } from '../../packages/elements/gallery/one.js';

declare global {
  interface Window {
    /** What the page `gallery/one.html` lets a test do. */
    one: OneWidget;
  }
}
