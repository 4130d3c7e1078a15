/** The connection string by which the picture follows a table: asked every so many seconds, its prices in the stall's currency. */
export function tableSource(
  url: string,
  { seconds, currency, room }: { seconds: number; currency: string; room?: string | undefined },
): string {
  const settings = new URLSearchParams({
    every: String(seconds),
    ...(currency === 'CNY' ? {} : { currency }),
    ...(room ? { room } : {}),
  });
  return `table:${url.replace(/#.*$/, '')}#${settings.toString()}`;
}

/** The connection string of a Shopify shop's public products. */
export function shopifySource(
  shop: string,
  token: string,
  { seconds, room }: { seconds: number; room?: string | undefined },
): string {
  const settings = new URLSearchParams({ every: String(seconds), ...(room ? { room } : {}) });
  return `shopify:${shop}?${settings.toString()}${token && `#${token}`}`;
}
