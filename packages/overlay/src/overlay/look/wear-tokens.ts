let sheet: HTMLStyleElement | null = null;

/**
 * Tunes the page's theme by what a scene says. The rule lies in the themes' layer and right behind them, so that whatever stands
 * in OBS's CSS box still wins. Names and values are those that `parseScene` let through.
 */
export function wearTokens(tokens: Readonly<Record<string, string>> = {}): void {
  const lines = Object.entries(tokens).map(([name, value]) => `${name}: ${value};`);
  const text = lines.length > 0 ? `@layer stall.theme { :where(:root) { ${lines.join(' ')} } }` : '';
  if (!sheet) {
    if (text === '') return;
    sheet = document.createElement('style');
    document.head.querySelector('style')?.after(sheet);
  }
  if (sheet.textContent !== text) sheet.textContent = text;
}
