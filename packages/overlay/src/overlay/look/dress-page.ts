import theme from '@stallcast/themes/orchard.css?inline';
import page from './overlay.css?inline';

/**
 * Puts the theme and the page's own rules on. Both lie in layers, so that whatever OBS's CSS box or a person writes wins,
 * whenever it comes.
 */
export function dressPage(): void {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...[theme, page].map(sheetOf)];
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
