/** Whether an address is of this computer or its local network, where nothing on the internet finds it. */
export function isOutOfReach(origin: string): boolean {
  const { hostname } = new URL(origin);
  return (
    /^(?:localhost$|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[(?:::1|f[cd]|fe80))/.test(
      hostname,
    ) || hostname.endsWith('.local')
  );
}
