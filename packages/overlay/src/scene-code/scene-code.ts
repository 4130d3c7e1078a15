import type { Scene, SceneCanvas } from '@stallcast/elements';

/** The longest code that is written or read, in characters: with the rest of a link it stays below what servers and OBS take. */
export const MOST_CODE = 7_000;

/** What a code may unpack to, bytes: no scene file is longer. */
const MOST_UNPACKED = 1_000_000;

const CANVAS_LETTERS: Readonly<Record<SceneCanvas, string>> = { portrait: 'p', landscape: 'l' };

/**
 * Writes a scene as a code for a link: `~p.` or `~l.` by its canvas, then its JSON, deflated, in the letters of a link.
 *
 * Null where it would be longer than a link may be.
 */
export async function encodeScene(scene: Scene): Promise<string | null> {
  const json = new Blob([JSON.stringify(scene)]);
  const packed = await bytesOf(json.stream().pipeThrough(new CompressionStream('deflate')), Infinity);
  const text = btoa(String.fromCharCode(...packed));
  const code = `~${CANVAS_LETTERS[scene.canvas]}.${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
  return code.length <= MOST_CODE ? code : null;
}

/** Reads what `encodeScene` wrote, as a value that is still to be parsed. Throws one sentence where it is none. */
export async function decodeScene(code: string): Promise<unknown> {
  try {
    const [, text = ''] = /^~[pl]\.([\w-]+)$/.exec(code.slice(0, MOST_CODE + 1)) ?? [];
    if (text === '' || code.length > MOST_CODE) throw new Error('no code');
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    // A few letters may unpack to gigabytes.
    return JSON.parse(new TextDecoder().decode(await bytesOf(unpacked, MOST_UNPACKED))) as unknown;
  } catch (cause) {
    throw new Error(
      'scene: expected a whole scene in the link, got a part of one or none: copy the link from the studio again. ' +
        '链接里的场景不完整：请从工作室重新复制链接。',
      { cause },
    );
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error('too long');
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
