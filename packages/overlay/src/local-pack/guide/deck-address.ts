/** The part of `location` that tells where the guide lies. */
export interface GuidePlace {
  protocol: string;
  host: string;
  pathname: string;
}

/**
 * The address that OBS's dock takes for the deck beside this page: OBS gives local files to its pages at `http://absolute/`,
 * and there alone deck and overlay share what they keep.
 *
 * Null where the page comes from a server.
 */
export function deckAddress({ protocol, host, pathname }: GuidePlace): string | null {
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  if (protocol === 'http:' && host === 'absolute') return `http://absolute${folder}deck.html`;
  if (protocol !== 'file:') return null;
  // A folder of the network, as \\server\share, has its server for a host.
  return `http://absolute${host ? `///${host}` : ''}${folder}deck.html`;
}

/** What Explorer and the packers of Windows call the place to which they take a file out of a zip to show it. */
const WITHIN_ZIP = /\/(?:Temp\d+_[^/]*\.zip|7z[A-Z0-9]{6,}|Rar\$[^/]*|BNZ\.[^/]*|wz[a-z0-9]{4}|360zip\$[^/]*)\//i;

/** Whether the page was opened in its zip: nothing else of the pack is beside it then. */
export function isWithinZip({ pathname }: GuidePlace): boolean {
  return WITHIN_ZIP.test(decode(pathname));
}

/** Where the folder is, as people know it: `D:\摊位\stallcast`. */
export function folderName({ protocol, host, pathname }: GuidePlace): string {
  const folder = decode(pathname.slice(0, pathname.lastIndexOf('/')));
  if (protocol !== 'file:') return '';
  if (host) return `\\\\${host}${folder.replaceAll('/', '\\')}`;
  return /^\/[A-Za-z]:/.test(folder) ? folder.slice(1).replaceAll('/', '\\') : folder;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
