import type { Scene } from '@stallcast/elements';
import { strToU8, unzipSync } from 'fflate';
import { PACKED_FILE, packedScript, type Packed, type PackedLook } from '../../local-pack/packed/packed.js';
import { PACK_FOLDER, zipPack } from '../../local-pack/packed/zip-pack.js';
import { decodeScene } from '../../scene-code/scene-code.js';
import type { LinkChoice } from '../links/studio-links.js';

/** Good enough for what is packed while somebody waits. */
const LEVEL = 6;

/** Puts what is to be in a pack into the plain one. Throws where that is none. */
export function makePack(plain: Uint8Array, packed: Packed): Uint8Array {
  const prefix = `${PACK_FOLDER}/`;
  const files = Object.fromEntries(
    Object.entries(unzipSync(plain)).map(([name, bytes]) => [name.replace(prefix, ''), bytes]),
  );
  if (!(PACKED_FILE in files)) throw new Error(`Expected a local pack, got a zip without ${PACKED_FILE}.`);
  return zipPack({ ...files, [PACKED_FILE]: strToU8(packedScript(packed)) }, LEVEL);
}

/** What a link's choice is in a pack. A scene of the host's own stands there whole, and may be as long as it is. */
export async function lookOf({ scene, theme }: LinkChoice): Promise<PackedLook> {
  return {
    ...(scene && { scene: scene.startsWith('~') ? ((await decodeScene(scene)) as Scene) : scene }),
    ...(theme && { theme }),
  };
}
