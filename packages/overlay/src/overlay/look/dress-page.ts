import themes from '@stallcast/themes/all.css?inline';
import page from './overlay.css?inline';

/**
 * Puts the themes and the page's own rules on. They lie in layers, and first in the head: a theme that is pasted into
 * OBS's CSS box lies in the same layer, and the later of two wins. Adopted sheets would come after every other.
 */
export function dressPage(): void {
  const style = document.createElement('style');
  style.textContent = themes + page;
  document.head.prepend(style);
}
