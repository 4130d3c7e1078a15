import { zipSync, type ZipOptions } from 'fflate';

/** What the zip unpacks to. Letters that every Windows shows, whatever its language. */
export const PACK_FOLDER = 'stallcast';

/**
 * Zips the files of a pack, by their names in its folder, into one folder. Names that are not plain ASCII bear the mark that
 * they are UTF-8. The same files give the same bytes everywhere.
 */
export function zipPack(files: Readonly<Record<string, Uint8Array>>, level: ZipOptions['level'] = 9): Uint8Array {
  const inFolder = Object.entries(files).map(([name, bytes]) => [`${PACK_FOLDER}/${name}`, bytes]);
  return zipSync(Object.fromEntries(inFolder) as Record<string, Uint8Array>, {
    level: level ?? 9,
    // The first moment that a zip can tell, and it tells it without a time zone.
    mtime: new Date(1980, 0, 1),
    // Some programs take names in a zip that was made on DOS for DOS's letters, whatever else it says of them.
    os: 3,
    attrs: 0o100644 << 16,
  });
}
