/** Names what a page runs in, from its User-Agent: `OBS 30.1.2 · Chromium 103`, `Chromium 128 · Android`, `Firefox 128`. */
export function engineName(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const found = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1];
  const obs = found(/OBS\/([\d.]+)/);
  const chromium = found(/(?:Chrome|Chromium)\/(\d+)/);
  const firefox = found(/Firefox\/(\d+)/);
  const webkit = found(/Version\/(\d+)[\d.]* .*Safari/);
  const engine = chromium ? `Chromium ${chromium}` : firefox ? `Firefox ${firefox}` : webkit ? `Safari ${webkit}` : '';
  // Android names itself after Linux.
  const system = found(/(Android|iPhone|iPad)/) ?? found(/(Windows|Macintosh|Linux)/);
  const parts = obs ? [`OBS ${obs}`, engine] : [engine, system === 'Macintosh' ? 'Mac' : system];
  return parts.filter(Boolean).join(' · ') || '?';
}
